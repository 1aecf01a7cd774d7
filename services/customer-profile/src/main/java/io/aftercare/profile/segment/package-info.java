/** Groups of customers by rules that are data: drafted, tried, published, and kept current. */
@NullMarked
package io.aftercare.profile.segment;

import org.jspecify.annotations.NullMarked;
