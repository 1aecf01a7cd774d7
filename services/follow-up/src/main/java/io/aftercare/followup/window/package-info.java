/** When a person may be called: local hours, working days, holidays, and the next-morning rule. */
@NullMarked
package io.aftercare.followup.window;

import org.jspecify.annotations.NullMarked;
