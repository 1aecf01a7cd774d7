/** What happened with a customer, in one list, whoever told it. */
@NullMarked
package io.aftercare.profile.timeline;

import org.jspecify.annotations.NullMarked;
