/** Suspicions that a medicine did harm: what is known, how likely it is, and until when to tell. */
@NullMarked
package io.aftercare.followup.reaction;

import org.jspecify.annotations.NullMarked;
