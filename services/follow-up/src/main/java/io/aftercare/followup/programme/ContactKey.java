package io.aftercare.followup.programme;

import java.util.UUID;

/**
 * What makes a contact the same contact, by whatever way it is made: one per cause, programme and
 * step.
 */
public record ContactKey(UUID causeId, String programme, int step) {}
