/** Batches that must come back: which sales hold them, and telling the house of each. */
@NullMarked
package io.aftercare.sales.recall;

import org.jspecify.annotations.NullMarked;
