/** What a receipt says, and how it looks on paper. */
@NullMarked
package io.aftercare.sales.receipt;

import org.jspecify.annotations.NullMarked;
