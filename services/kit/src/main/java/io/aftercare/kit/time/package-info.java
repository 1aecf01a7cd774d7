/** The clock of the house and identifiers that grow with it. */
@NullMarked
package io.aftercare.kit.time;

import org.jspecify.annotations.NullMarked;
