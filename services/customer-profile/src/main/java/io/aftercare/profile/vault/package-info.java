/**
 * Keeps what names a person: sealed under a key per customer, found again by a keyed index only.
 */
@NullMarked
package io.aftercare.profile.vault;

import org.jspecify.annotations.NullMarked;
