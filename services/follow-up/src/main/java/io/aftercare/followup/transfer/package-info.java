/** Warm transfers: an agent has a red flag on the line, and somebody who may advise takes over. */
@NullMarked
package io.aftercare.followup.transfer;

import org.jspecify.annotations.NullMarked;
