/** What was sold: recorded once, returned, voided, and told to the house. */
@NullMarked
package io.aftercare.sales.sale;

import org.jspecify.annotations.NullMarked;
