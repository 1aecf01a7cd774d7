/** What a customer usually takes: which brand of a long-term medicine, and until when it lasts. */
@NullMarked
package io.aftercare.sales.habit;

import org.jspecify.annotations.NullMarked;
