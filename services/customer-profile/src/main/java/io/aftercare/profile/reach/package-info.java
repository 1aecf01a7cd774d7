/** Which customers a caller may see. */
@NullMarked
package io.aftercare.profile.reach;

import org.jspecify.annotations.NullMarked;
