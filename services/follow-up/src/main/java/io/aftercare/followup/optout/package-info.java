/** The link in every message by which its reader says no, without logging in. */
@NullMarked
package io.aftercare.followup.optout;

import org.jspecify.annotations.NullMarked;
