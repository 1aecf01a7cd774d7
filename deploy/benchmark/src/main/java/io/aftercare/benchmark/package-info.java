/** Measures how fast the house is, beside what the machine could do at best. */
@NullMarked
package io.aftercare.benchmark;

import org.jspecify.annotations.NullMarked;
