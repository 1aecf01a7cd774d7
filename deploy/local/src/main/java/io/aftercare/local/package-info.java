/** The whole house on one machine: parts, services, secrets, and the commands that drive them. */
@NullMarked
package io.aftercare.local;

import org.jspecify.annotations.NullMarked;
