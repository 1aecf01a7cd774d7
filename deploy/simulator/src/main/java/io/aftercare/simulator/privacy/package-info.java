/** What the privacy officer does from a terminal: over the same HTTP as anybody. */
@NullMarked
package io.aftercare.simulator.privacy;

import org.jspecify.annotations.NullMarked;
