/** What the other services have told us of sales and customers, newest version only. */
@NullMarked
package io.aftercare.followup.known;

import org.jspecify.annotations.NullMarked;
