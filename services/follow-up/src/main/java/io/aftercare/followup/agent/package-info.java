/** The people at the desks: what they speak, whom they serve, and whether they are there. */
@NullMarked
package io.aftercare.followup.agent;

import org.jspecify.annotations.NullMarked;
