/** Errors as people and programs can use them: RFC 9457. */
@NullMarked
package io.aftercare.kit.problem;

import org.jspecify.annotations.NullMarked;
