/** The load: HTTP requests from one thread, as fast as answers come or at a given rate. */
@NullMarked
package io.aftercare.benchmark.load;

import org.jspecify.annotations.NullMarked;
