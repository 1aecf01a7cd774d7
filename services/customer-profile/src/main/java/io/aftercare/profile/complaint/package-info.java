/** What customers complained about, as feedback told it. */
@NullMarked
package io.aftercare.profile.complaint;

import org.jspecify.annotations.NullMarked;
