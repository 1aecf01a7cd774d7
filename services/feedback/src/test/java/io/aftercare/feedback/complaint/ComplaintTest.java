package io.aftercare.feedback.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComplaintTest {

  private static final LocalDate DUE = LocalDate.parse("2026-03-05");

  @Test
  void isOpenAtFirst() {
    Complaint complaint = about("wait");

    assertThat(complaint.status()).isEqualTo("open");
    assertThat(complaint.version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"wait, wait", "effect, effect", "parking, other", ", other"})
  void isTakenWhateverItIsAbout(@Nullable String said, String category) {
    assertThat(about(said).category()).isEqualTo(category);
  }

  @Test
  void isNotOverdueOnTheLastDay() {
    assertThat(ComplaintView.of(about("wait"), DUE, DUE).overdue()).isFalse();
  }

  @Test
  void isOverdueTheDayAfter() {
    assertThat(ComplaintView.of(about("wait"), DUE, DUE.plusDays(1)).overdue()).isTrue();
  }

  @Test
  void isResolvedOnceAndNeverOverdueAfter() {
    Complaint complaint = about("wait");

    assertThat(complaint.resolve(Instant.parse("2026-03-05T09:00:00Z"))).isTrue();
    assertThat(complaint.resolve(Instant.parse("2026-03-06T09:00:00Z"))).isFalse();

    assertThat(complaint.version()).isEqualTo(2);
    assertThat(complaint.resolvedAt()).isEqualTo("2026-03-05T09:00:00Z");
    assertThat(ComplaintView.of(complaint, DUE, DUE.plusDays(1)).overdue()).isFalse();
  }

  private static Complaint about(@Nullable String category) {
    UUID id = UUID.fromString("019b8a10-0401-7c3e-9a41-5d2e8f6b0401");
    Instant heard = Instant.parse("2026-03-02T15:12:44Z");
    return new Complaint(id, id, id, id, "boston-1", category, heard);
  }
}
