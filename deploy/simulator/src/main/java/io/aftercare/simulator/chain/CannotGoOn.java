package io.aftercare.simulator.chain;

/** What keeps a command from going on, said in one line to the person at the terminal. */
public final class CannotGoOn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotGoOn(String message) {
    super(message);
  }

  public CannotGoOn(String message, Throwable cause) {
    super(message, cause);
  }
}
