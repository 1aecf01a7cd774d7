package io.aftercare.local.parts;

/** A part did not start, or could not be driven; the message is for the person at the terminal. */
public final class PartFailed extends RuntimeException {

  public PartFailed(String message) {
    super(message);
  }

  public PartFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
