/** Who is calling, read from the verified token. */
@NullMarked
package io.aftercare.kit.identity;

import org.jspecify.annotations.NullMarked;
