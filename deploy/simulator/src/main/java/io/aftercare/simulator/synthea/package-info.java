/** Synthea's CSV export, read and sold again through a till. */
@NullMarked
package io.aftercare.simulator.synthea;

import org.jspecify.annotations.NullMarked;
