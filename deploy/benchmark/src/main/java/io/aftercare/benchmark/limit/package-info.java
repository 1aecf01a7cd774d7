/** Raw limits: the same work without the service, done by the database or the broker alone. */
@NullMarked
package io.aftercare.benchmark.limit;

import org.jspecify.annotations.NullMarked;
