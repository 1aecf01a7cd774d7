/**
 * The real parts the house stands on: PostgreSQL, Kafka and Keycloak, each a process of its own.
 */
@NullMarked
package io.aftercare.local.parts;

import org.jspecify.annotations.NullMarked;
