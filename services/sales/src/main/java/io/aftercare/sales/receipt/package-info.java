/** What the customer takes home: the receipt as a page and as a PDF, behind a link that ends. */
@NullMarked
package io.aftercare.sales.receipt;

import org.jspecify.annotations.NullMarked;
