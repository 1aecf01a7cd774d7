/** Which contacts a sale deserves: programmes as data, and the rules that read them. */
@NullMarked
package io.aftercare.followup.programme;

import org.jspecify.annotations.NullMarked;
