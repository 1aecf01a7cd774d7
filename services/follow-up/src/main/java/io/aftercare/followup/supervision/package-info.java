/**
 * What supervisors look at: staff needed tomorrow, when people answer, messages, and who gets which
 * call.
 */
@NullMarked
package io.aftercare.followup.supervision;

import org.jspecify.annotations.NullMarked;
