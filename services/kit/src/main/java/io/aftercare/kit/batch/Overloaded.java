package io.aftercare.kit.batch;

/**
 * More is waiting than can be served soon; the caller is told when to come again (503 with
 * Retry-After).
 */
public final class Overloaded extends RuntimeException {
  Overloaded(String name, int waiting) {
    super("%s has %d waiting".formatted(name, waiting), null, false, false);
  }
}
