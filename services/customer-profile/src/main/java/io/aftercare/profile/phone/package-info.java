/**
 * Telephone numbers as people write them, as networks know them, and as the database may see them.
 */
@NullMarked
package io.aftercare.profile.phone;

import org.jspecify.annotations.NullMarked;
