/** How long medicines last, pick-up by pick-up, and when they were bought again. */
@NullMarked
package io.aftercare.followup.refill;

import org.jspecify.annotations.NullMarked;
