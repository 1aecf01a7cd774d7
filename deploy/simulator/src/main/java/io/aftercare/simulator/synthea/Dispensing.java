package io.aftercare.simulator.synthea;

import java.time.Instant;

/**
 * One occasion on which a medicine was handed out.
 *
 * @param k which of the row's dispensings, from 0
 * @param at when, in the data's own time
 */
record Dispensing(Medication medication, int k, Instant at) {}
