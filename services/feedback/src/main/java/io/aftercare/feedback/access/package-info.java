/** Who read whose feedback. */
@NullMarked
package io.aftercare.feedback.access;

import org.jspecify.annotations.NullMarked;
