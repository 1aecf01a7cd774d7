/** What recalls decide without anything around them. */
@NullMarked
package io.aftercare.sales.recall;

import org.jspecify.annotations.NullMarked;
