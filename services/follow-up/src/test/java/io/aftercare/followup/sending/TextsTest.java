package io.aftercare.followup.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may stand in a message that anybody might read along. */
class TextsTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates/message");

  /** Words of medicine and illness in the three languages. */
  private static final List<String> NEVER =
      List.of(
          "medicine",
          "medication",
          "tablet",
          "pill",
          "dose",
          "prescription",
          "disease",
          "illness",
          "diabetes",
          "insulin",
          "treatment",
          "药",
          "病",
          "处方",
          "糖尿",
          "剂",
          "ยา ",
          "โรค",
          "เบาหวาน");

  private static Map<String, Set<String>> languages() throws IOException {
    Map<String, Set<String>> languages = new TreeMap<>();
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      files
          .map(file -> file.getFileName().toString().split("\\."))
          .forEach(name -> languages.computeIfAbsent(name[0], any -> new TreeSet<>()).add(name[1]));
    }
    return languages;
  }

  @Test
  void every_template_speaks_every_language() throws IOException {
    assertThat(languages())
        .containsKeys("birthday", "seasonal", "refill", "talk", "visit", "service-promised");
    assertThat(languages().values())
        .allSatisfy(each -> assertThat(each).containsExactly("en", "th", "zh"));
  }

  @Test
  void none_speaks_of_medicine_or_illness() throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, UTF_8).toLowerCase(java.util.Locale.ROOT))
            .as(file.toString())
            .doesNotContain(NEVER);
      }
    }
  }

  @Test
  void a_promised_time_is_told_in_the_readers_words() {
    ZonedDateTime time = ZonedDateTime.parse("2026-03-05T18:00+07:00[Asia/Bangkok]");
    assertThat(Language.EN.moment(time)).isEqualTo("Thu 5 Mar, 18:00");
    assertThat(Language.ZH.moment(time)).isEqualTo("3月5日（周四）18:00");
    assertThat(Language.TH.moment(time)).isEqualTo("วันพฤหัสบดีที่ 5 มีนาคม เวลา 18:00 น.");
  }

  @Test
  void an_unknown_language_is_english() {
    assertThat(Language.of(null)).isEqualTo(Language.EN);
    assertThat(Language.of("fr-FR")).isEqualTo(Language.EN);
    assertThat(Language.of("zh-Hans-CN")).isEqualTo(Language.ZH);
    assertThat(Language.of("th-TH")).isEqualTo(Language.TH);
  }
}
