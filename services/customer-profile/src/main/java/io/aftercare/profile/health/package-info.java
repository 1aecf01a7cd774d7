/** What customers tell of their health, so that nothing is sold or said that harms them. */
@NullMarked
package io.aftercare.profile.health;

import org.jspecify.annotations.NullMarked;
