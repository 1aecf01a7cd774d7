/** Talks and groups: where, when, for how many, and who was asked. */
@NullMarked
package io.aftercare.profile.gathering;

import org.jspecify.annotations.NullMarked;
