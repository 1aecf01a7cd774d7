/** Master keys are exchanged while the service works. */
@NullMarked
package io.aftercare.profile.keys;

import org.jspecify.annotations.NullMarked;
