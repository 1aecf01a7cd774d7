/** Words about a customer: written down in the customer's file, sealed there, never kept here. */
@NullMarked
package io.aftercare.followup.note;

import org.jspecify.annotations.NullMarked;
