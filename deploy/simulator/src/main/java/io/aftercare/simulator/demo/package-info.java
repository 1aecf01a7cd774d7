/**
 * A small chain in eight time zones whose customers bought last evening, so that there is somebody
 * to call.
 */
@NullMarked
package io.aftercare.simulator.demo;

import org.jspecify.annotations.NullMarked;
