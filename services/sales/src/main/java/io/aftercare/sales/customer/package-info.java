/** Who a customer's id stands for, once customers were found to be one person. */
@NullMarked
package io.aftercare.sales.customer;

import org.jspecify.annotations.NullMarked;
