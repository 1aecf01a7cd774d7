/** The measured paths, each beside its raw limit, taking turns. */
@NullMarked
package io.aftercare.benchmark.trial;

import org.jspecify.annotations.NullMarked;
