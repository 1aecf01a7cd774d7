package io.aftercare.followup.desk;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * @param epoch as it was given with the call
 */
record NewEpoch(@NotNull @Min(0) Long epoch) {}
