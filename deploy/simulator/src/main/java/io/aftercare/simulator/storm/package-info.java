/** A storm over a house of its own: load while parts are killed, and the reckoning afterwards. */
@NullMarked
package io.aftercare.simulator.storm;

import org.jspecify.annotations.NullMarked;
