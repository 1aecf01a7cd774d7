/** What follow-up may ask before it dials, and what it reports back from the call. */
@NullMarked
package io.aftercare.profile.permit;

import org.jspecify.annotations.NullMarked;
