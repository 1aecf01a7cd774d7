/** Whether the loops of a service still turn. */
@NullMarked
package io.aftercare.kit.health;

import org.jspecify.annotations.NullMarked;
