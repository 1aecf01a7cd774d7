/** What the chain offers single customers, turned into messages and words at the counter. */
@NullMarked
package io.aftercare.followup.offer;

import org.jspecify.annotations.NullMarked;
