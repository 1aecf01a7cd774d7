/** Offers that come by themselves: on birthdays, and in a season to whom it concerns. */
@NullMarked
package io.aftercare.profile.campaign;

import org.jspecify.annotations.NullMarked;
