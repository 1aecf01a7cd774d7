/** Calls: planned from sales, planned anew or cancelled when a sale or a customer changes. */
@NullMarked
package io.aftercare.followup.call;

import org.jspecify.annotations.NullMarked;
