/**
 * What the other services tell: each event is read here and given to the rooms that it concerns.
 */
@NullMarked
package io.aftercare.profile.heard;

import org.jspecify.annotations.NullMarked;
