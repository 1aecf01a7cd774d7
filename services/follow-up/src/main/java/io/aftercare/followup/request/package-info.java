/** Services that stores promised customers, and what those are told of them. */
@NullMarked
package io.aftercare.followup.request;

import org.jspecify.annotations.NullMarked;
