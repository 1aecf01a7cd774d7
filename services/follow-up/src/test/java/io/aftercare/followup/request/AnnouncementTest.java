package io.aftercare.followup.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {

  private static final Instant PROMISE = Instant.parse("2026-03-10T18:00:00Z");

  @ParameterizedTest(name = "{0} {1}, promised before {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "delivery, open, -, PROMISED",
        "delivery, open, 2026-03-10T18:00:00Z, -",
        "delivery, under-way, 2026-03-10T18:00:00Z, -",
        "delivery, under-way, 2026-03-10T12:00:00Z, MOVED",
        "delivery, done, 2026-03-10T18:00:00Z, DONE",
        "online-consultation, done, 2026-03-10T18:00:00Z, -",
        "decoction, cancelled, 2026-03-10T18:00:00Z, GIVEN_UP",
        "decoction, cancelled, -, GIVEN_UP",
        "decoction, frozen, -, -"
      })
  void a_customer_hears_what_changes_something_for_them(
      String kind, String state, Instant before, Announcement announcement) {
    ServiceRequest request =
        new ServiceRequest(
            UUID.randomUUID(), 2, state, kind, "boston-1", UUID.randomUUID(), PROMISE, null);
    assertThat(Announcement.of(request, before)).isEqualTo(announcement);
  }
}
