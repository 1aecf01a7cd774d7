/** What is measured: the real parts and services, started for this run alone. */
@NullMarked
package io.aftercare.benchmark.house;

import org.jspecify.annotations.NullMarked;
