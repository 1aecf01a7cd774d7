/** What a friend would know of whoever steps up to the counter, on one card. */
@NullMarked
package io.aftercare.profile.card;

import org.jspecify.annotations.NullMarked;
