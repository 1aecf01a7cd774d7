/** A pharmacy chain that does not exist, worked from the command line. */
@NullMarked
package io.aftercare.simulator;

import org.jspecify.annotations.NullMarked;
