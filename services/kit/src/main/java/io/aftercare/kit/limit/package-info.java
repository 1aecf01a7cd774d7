/** How often a store may ask: one store that runs wild leaves room for the others. */
@NullMarked
package io.aftercare.kit.limit;

import org.jspecify.annotations.NullMarked;
