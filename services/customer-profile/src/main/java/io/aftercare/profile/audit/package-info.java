/** Who read whose data, when and why; written with the read itself. */
@NullMarked
package io.aftercare.profile.audit;

import org.jspecify.annotations.NullMarked;
