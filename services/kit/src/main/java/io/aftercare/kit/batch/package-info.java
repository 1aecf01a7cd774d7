/** Gathering what is concurrent, so that it is committed together. */
@NullMarked
package io.aftercare.kit.batch;

import org.jspecify.annotations.NullMarked;
