package io.aftercare.benchmark.house;

/** Something is wrong beyond being slow: figures taken now would mean nothing. */
public final class Broken extends RuntimeException {

  public Broken(String message) {
    super(message);
  }

  public Broken(String message, Throwable cause) {
    super(message, cause);
  }
}
