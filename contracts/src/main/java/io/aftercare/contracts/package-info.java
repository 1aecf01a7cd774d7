/** The events that the services exchange, as Java records beside their JSON Schemas. */
@NullMarked
package io.aftercare.contracts;

import org.jspecify.annotations.NullMarked;
