/** The reckoning, proved on small hand-made journals. */
@NullMarked
package io.aftercare.simulator.storm;

import org.jspecify.annotations.NullMarked;
