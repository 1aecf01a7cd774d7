/** The access log kept honest: sealed into a chain behind the readers, verified, and told. */
@NullMarked
package io.aftercare.kit.access;

import org.jspecify.annotations.NullMarked;
