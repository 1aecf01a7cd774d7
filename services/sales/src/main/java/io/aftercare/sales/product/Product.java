package io.aftercare.sales.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the chain knows of a product. Two are the same when their content is, however it was
 * written: other codes have no order, and a GTIN is 14 digits.
 *
 * @param system the code system, in lower case, such as {@code rxnorm} or {@code gtin}
 * @param code the product's code in that system
 * @param atc ATC code (WHO), from one letter to the full seven characters
 * @param form dosage form in lower case words
 * @param prescription sold on prescription only
 * @param daysSupply days that one pack lasts as usually taken
 * @param highAlert grave harm when taken wrongly (idea: ISMP's list for community pharmacies)
 * @param specialForm taking it needs technique: pen, inhaler, drops, patch, injection
 * @param longTerm for a long-term condition
 * @param codes other codes of the same product: GTINs of its packs, NDC, national numbers
 * @param counsellingPoints what to tell at the counter, by language tag (BCP 47)
 */
@SoundProduct
public record Product(
    @NotNull @Pattern(regexp = SYSTEM, message = SYSTEM_IN_WORDS) String system,
    @NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String code,
    @NotBlank @Size(max = 300) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String name,
    @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String strength,
    @Nullable @Size(max = 100) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String form,
    @Nullable @Pattern(regexp = ATC, message = ATC_IN_WORDS) String atc,
    boolean prescription,
    @Nullable @Positive @Max(1_000) Integer daysSupply,
    boolean highAlert,
    boolean specialForm,
    boolean longTerm,
    @Nullable @Size(max = 50) List<@NotNull @Valid Code> codes,
    @Nullable @Size(max = 20) Map<String, List<String>> counsellingPoints) {

  /** An ATC code (WHO) of any of its five levels, by its fourteen anatomical groups. */
  public static final String ATC = "[ABCDGHJLMNPRSV]([0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?)?";

  public static final String ATC_IN_WORDS = "must be an ATC code, such as J01CA04";

  static final String SYSTEM = "[a-z0-9-]{1,32}";
  static final String SYSTEM_IN_WORDS = "must be 1 to 32 of a-z 0-9 -";

  /** Anything that can be shown, and kept by a database. */
  static final String PRINTABLE = "[^\\p{Cc}\\p{Cs}]*";

  static final String UNPRINTABLE = "must not hold control characters";

  public Product {
    code = canonical(system, code);
    codes = codes == null ? null : others(new Code(system, code), codes);
    counsellingPoints =
        counsellingPoints == null || counsellingPoints.isEmpty()
            ? null
            : new TreeMap<>(counsellingPoints);
  }

  /** A code in a system. */
  public record Code(
      @NotNull @Pattern(regexp = SYSTEM, message = SYSTEM_IN_WORDS) String system,
      @NotBlank @Size(max = 64) @Pattern(regexp = PRINTABLE, message = UNPRINTABLE) String code) {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(String::compareTo);
    private static final Comparator<Code> ORDER =
        Comparator.nullsFirst(
            Comparator.comparing(Code::system, TEXT).thenComparing(Code::code, TEXT));

    public Code {
      code = canonical(system, code);
    }

    @Override
    public String toString() {
      return system + " " + code;
    }
  }

  /**
   * What to tell at the counter in that language, else in its plain form ({@code zh} for {@code
   * zh-CN}), else in the first language there is.
   */
  public List<String> points(@Nullable String language) {
    if (counsellingPoints == null) {
      return List.of();
    }
    String plain = language == null ? "" : language.split("-", 2)[0];
    return Stream.of(language == null ? "" : language, plain)
        .map(counsellingPoints::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> counsellingPoints.values().iterator().next());
  }

  /** The code that it is known by first. */
  public Code own() {
    return new Code(system, code);
  }

  /** Every code that it is found by, its own first. */
  public List<Code> allCodes() {
    return Stream.concat(Stream.of(own()), codes == null ? Stream.empty() : codes.stream())
        .toList();
  }

  /** Unchecked text comes here too; what is missing is found by the validator. */
  private static String canonical(@Nullable String system, String code) {
    return code != null && Gtin.SYSTEM.equals(system) ? Gtin.padded(code) : code;
  }

  private static @Nullable List<Code> others(Code own, List<Code> codes) {
    List<Code> others =
        codes.stream()
            .filter(code -> !Objects.equals(code, own))
            .distinct()
            .sorted(Code.ORDER)
            .toList();
    return others.isEmpty() ? null : others;
  }
}
