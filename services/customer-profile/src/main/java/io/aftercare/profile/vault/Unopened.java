package io.aftercare.profile.vault;

/** Something sealed does not open: it was changed, moved, or sealed with another key. */
public final class Unopened extends RuntimeException {
  Unopened(String message, Throwable cause) {
    super(message, cause);
  }
}
