/** The word of warning and of help that those who met a customer leave to those who will. */
@NullMarked
package io.aftercare.profile.takecare;

import org.jspecify.annotations.NullMarked;
