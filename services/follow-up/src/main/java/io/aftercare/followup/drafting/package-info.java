/** Programmes in the making: drafted, tried out on past sales, published, paused and retired. */
@NullMarked
package io.aftercare.followup.drafting;

import org.jspecify.annotations.NullMarked;
