/** Finds files that may be one person's, makes one of two, and two of one again. */
@NullMarked
package io.aftercare.profile.duplicate;

import org.jspecify.annotations.NullMarked;
