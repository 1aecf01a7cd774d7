/** How the console itself says no (RFC 9457), in the same form as the services. */
@NullMarked
package io.aftercare.console.problem;

import org.jspecify.annotations.NullMarked;
