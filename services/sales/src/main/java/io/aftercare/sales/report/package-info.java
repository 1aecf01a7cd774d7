/** What a store's day was like. */
@NullMarked
package io.aftercare.sales.report;

import org.jspecify.annotations.NullMarked;
