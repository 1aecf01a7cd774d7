/** What stands around the console in its tests: a log-in, the services, and a browser. */
@NullMarked
package io.aftercare.console.bench;

import org.jspecify.annotations.NullMarked;
