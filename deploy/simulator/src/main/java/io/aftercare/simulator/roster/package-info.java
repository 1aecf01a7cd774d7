/** Brings a file of existing customers in, part by part. */
@NullMarked
package io.aftercare.simulator.roster;

import org.jspecify.annotations.NullMarked;
