/** What the catalogue decides without anything around it. */
@NullMarked
package io.aftercare.sales.product;

import org.jspecify.annotations.NullMarked;
