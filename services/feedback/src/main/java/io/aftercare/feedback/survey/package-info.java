/** How content people were: one answer for each call in which they were asked. */
@NullMarked
package io.aftercare.feedback.survey;

import org.jspecify.annotations.NullMarked;
