package io.aftercare.local;

import io.aftercare.local.parts.Part;
import java.time.Duration;

/** Hears how a house comes up and goes down; called from several threads. */
public interface Progress {

  Progress SILENT = new Progress() {};

  default void starting(Part part) {}

  default void ready(Part part, Duration after) {}

  default void stopping(Part part) {}
}
