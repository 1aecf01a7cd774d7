/** Where finished follow-up calls come in and become answers and complaints. */
@NullMarked
package io.aftercare.feedback.followup;

import org.jspecify.annotations.NullMarked;
