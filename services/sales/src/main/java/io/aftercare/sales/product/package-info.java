/** The catalogue: what is known of a product beyond what the till says. */
@NullMarked
package io.aftercare.sales.product;

import org.jspecify.annotations.NullMarked;
