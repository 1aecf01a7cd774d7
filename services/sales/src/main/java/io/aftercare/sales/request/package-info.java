/** Services promised at the counter: taken on, tracked to their end, told to the house. */
@NullMarked
package io.aftercare.sales.request;

import org.jspecify.annotations.NullMarked;
