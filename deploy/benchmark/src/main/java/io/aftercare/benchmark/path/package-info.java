/** The measured paths, each beside its raw limit, taking turns. */
@NullMarked
package io.aftercare.benchmark.path;

import org.jspecify.annotations.NullMarked;
