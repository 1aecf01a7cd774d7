/** Journeys through the running whole, told with people instead of requests. */
@NullMarked
package io.aftercare.simulator.journey;

import org.jspecify.annotations.NullMarked;
