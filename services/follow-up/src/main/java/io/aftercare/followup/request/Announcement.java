package io.aftercare.followup.request;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is told of a service that was promised them. That somebody set to work is no
 * news: they wait for the end.
 */
enum Announcement {
  PROMISED("service-promised"),
  /** Promised anew, for another time. */
  MOVED("service-moved"),
  DONE("service-done"),
  GIVEN_UP("service-given-up");

  /** Held by the customer in person: that it is over is no news to them. */
  private static final String CONSULTATION = "online-consultation";

  /** How long the end of it is worth telling. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private final String template;

  Announcement(String template) {
    this.template = template;
  }

  /** Names the words it is told in. */
  String template() {
    return template;
  }

  /**
   * @param before until when it was promised as far as we heard; absent when we hear of it first
   * @return absent when there is nothing to tell
   */
  static @Nullable Announcement of(ServiceRequest now, @Nullable Instant before) {
    return switch (now.state()) {
      case "cancelled" -> GIVEN_UP;
      case "done" -> now.kind().equals(CONSULTATION) ? null : DONE;
      case "open", "under-way" ->
          before == null ? PROMISED : before.equals(now.promisedAt()) ? null : MOVED;
      // Whatever is added to the contract later: what we do not understand we do not tell.
      default -> null;
    };
  }

  /** Last instant at which it is still worth telling. */
  Instant lapses(ServiceRequest request, Instant now) {
    return switch (this) {
      case PROMISED, MOVED -> request.promisedAt();
      case DONE, GIVEN_UP -> now.plus(PATIENCE);
    };
  }
}
