/** What people complained about, and by when they must hear from us. */
@NullMarked
package io.aftercare.feedback.complaint;

import org.jspecify.annotations.NullMarked;
