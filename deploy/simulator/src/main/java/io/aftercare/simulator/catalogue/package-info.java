/**
 * What is known of medicines: the RxNorm way of naming them, and the facts that hang on their
 * ingredients.
 */
@NullMarked
package io.aftercare.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
