/** Customers whom no number reaches: the store is asked for a better one. */
@NullMarked
package io.aftercare.followup.number;

import org.jspecify.annotations.NullMarked;
