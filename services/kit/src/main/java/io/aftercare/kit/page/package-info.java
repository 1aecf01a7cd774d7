/** Lists: what was asked for, which part of it this is, and where the next part begins. */
@NullMarked
package io.aftercare.kit.page;

import org.jspecify.annotations.NullMarked;
