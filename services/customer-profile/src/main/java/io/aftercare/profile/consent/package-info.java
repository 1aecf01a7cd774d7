/** What a customer allows or forbids, committed before it is confirmed. */
@NullMarked
package io.aftercare.profile.consent;

import org.jspecify.annotations.NullMarked;
