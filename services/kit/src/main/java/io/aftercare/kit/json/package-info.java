/** JSON as the house reads and writes it. */
@NullMarked
package io.aftercare.kit.json;

import org.jspecify.annotations.NullMarked;
