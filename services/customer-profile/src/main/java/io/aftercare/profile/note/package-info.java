/** What was written down about a customer, sealed like their name. */
@NullMarked
package io.aftercare.profile.note;

import org.jspecify.annotations.NullMarked;
