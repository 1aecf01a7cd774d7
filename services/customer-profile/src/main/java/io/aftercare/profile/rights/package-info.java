/**
 * What customers may ask of us: all we know, less use of it, none of it; and what holds it back.
 */
@NullMarked
package io.aftercare.profile.rights;

import org.jspecify.annotations.NullMarked;
