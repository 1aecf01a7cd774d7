package io.aftercare.simulator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A medicine as its RxNorm name tells it, such as {@code 120 ACTUAT Fluticasone propionate 0.044
 * MG/ACTUAT Metered Dose Inhaler}.
 *
 * @param description the whole name, as given
 * @param ingredients substances with their strengths, in the name's order; never empty
 * @param form how it is made up; null where the name does not say
 * @param brand the brand, where the name holds one in square brackets
 */
public record Medicine(
    String description, List<Ingredient> ingredients, @Nullable Form form, @Nullable String brand) {

  /**
   * One substance.
   *
   * @param name as RxNorm spells it, tall letters and all
   * @param strength such as {@code 10 MG}; null where the name does not say
   */
  record Ingredient(String name, @Nullable String strength) {}

  private static final Pattern APPROVAL = Pattern.compile("^(?:NDA|ANDA|BLA)\\d+\\s+");
  private static final Pattern BRAND = Pattern.compile("\\s*\\[([^\\]]+)]\\s*$");
  private static final Pattern PACKAGE =
      Pattern.compile("^\\d[\\d.,]*\\s+(?:ML|ACTUAT|HR|G|MG)\\s+(?=\\S)");
  private static final Pattern RELEASE =
      Pattern.compile(
          "\\s+(?:Extended Release|Delayed Release|12 HR|24 HR|Enteric Coated)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STRENGTH = Pattern.compile("\\s+(?=\\d)");

  /**
   * Reads a name. A pack of several products in braces is known by its brand alone. Every text is a
   * name: what does not follow the pattern becomes one ingredient without strength.
   */
  public static Medicine parse(String description) {
    String rest = APPROVAL.matcher(description.strip()).replaceFirst("");
    Matcher branded = BRAND.matcher(rest);
    String brand = branded.find() ? branded.group(1) : null;
    rest = branded.replaceFirst("");
    while (PACKAGE.matcher(rest).find()) {
      rest = PACKAGE.matcher(rest).replaceFirst("");
    }
    if (rest.startsWith("{")) {
      return new Medicine(
          description,
          List.of(new Ingredient(brand == null ? "pack" : brand, null)),
          Form.PACK,
          null);
    }
    Form form = null;
    if (Form.endOf(rest).orElse(null) instanceof Form.Found(Form found, int start) && start > 0) {
      form = found;
      rest = RELEASE.matcher(rest.substring(0, start).stripTrailing()).replaceFirst("");
    }
    return new Medicine(description, ingredients(rest), form, brand);
  }

  private static List<Ingredient> ingredients(String text) {
    List<Ingredient> ingredients = new ArrayList<>();
    for (String part : text.split(" / ")) {
      String[] nameAndStrength = STRENGTH.split(part.strip(), 2);
      ingredients.add(
          new Ingredient(
              nameAndStrength[0].strip(),
              nameAndStrength.length == 2 ? nameAndStrength[1].strip() : null));
    }
    return List.copyOf(ingredients);
  }

  /** The name a person says: the substances, or the brand followed by them in brackets. */
  public String name() {
    String substances =
        ingredients.stream().map(Ingredient::name).collect(Collectors.joining(" / "));
    return brand == null ? substances : brand + " (" + substances + ")";
  }

  /** The strengths in the order of the substances; null where the name holds none. */
  public @Nullable String strength() {
    String strengths =
        ingredients.stream()
            .map(Ingredient::strength)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" / "));
    return strengths.isEmpty() ? null : strengths;
  }

  /** The dose form in plain lower-case words; null where the name does not say. */
  public @Nullable String formWords() {
    return form == null ? null : form.words();
  }
}
