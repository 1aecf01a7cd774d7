/** The stores of the chain: where they stand and by which clock they sell. */
@NullMarked
package io.aftercare.sales.store;

import org.jspecify.annotations.NullMarked;
