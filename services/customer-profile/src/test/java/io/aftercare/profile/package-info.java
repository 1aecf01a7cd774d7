/** How the customer profile is tried: its rules by themselves, its promises on the real parts. */
@NullMarked
package io.aftercare.profile;

import org.jspecify.annotations.NullMarked;
