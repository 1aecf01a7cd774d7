/** What the lists of feedback can be asked for. */
@NullMarked
package io.aftercare.feedback.page;

import org.jspecify.annotations.NullMarked;
