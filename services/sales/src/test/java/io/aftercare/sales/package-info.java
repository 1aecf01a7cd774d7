/** The promises of the sales service, asked of it from outside. */
@NullMarked
package io.aftercare.sales;

import org.jspecify.annotations.NullMarked;
