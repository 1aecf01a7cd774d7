package io.aftercare.sales.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aftercare.sales.product.Product.Code;
import java.net.URLDecoder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scanner read from a pack. It understands GS1 element strings (with or without the
 * symbology identifier, parted by FNC1 as scanners send it), the same as people read it with
 * brackets, a GS1 Digital Link, and a bare GTIN, EAN or UPC.
 */
final class ElementString {

  /** What was read cannot be understood; the message says what is wrong and where. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /** FNC1 as scanners send it. */
  private static final char SEPARATOR = '\u001d';

  private static final Pattern SYMBOLOGY = Pattern.compile("^](.)(.)");
  private static final Set<String> WITH_ELEMENTS = Set.of("d2", "C1", "Q3", "e0", "J1");
  private static final Set<String> WITH_GTIN = Set.of("E0", "E4", "I0", "I1", "X0");
  private static final Pattern BRACKETED = Pattern.compile("\\(([0-9]{2,4})\\)");
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://[^/?#]+(/[^?#]*)?(\\?[^#]*)?.*");

  private final Map<String, String> elements;
  private final int thisYear;

  private ElementString(Map<String, String> elements, int thisYear) {
    this.elements = elements;
    this.thisYear = thisYear;
  }

  /**
   * Reads it.
   *
   * @param today decides the century of years of two digits
   * @throws Unreadable when it is none of what is understood
   */
  static ElementString read(String scanned, LocalDate today) {
    ElementString read = new ElementString(elements(trimmed(scanned)), today.getYear());
    read.check();
    return read;
  }

  /** Of the pack; of the packs within, where a case was scanned; 14 digits. */
  Optional<String> gtin() {
    return first("01", "02");
  }

  Optional<String> batch() {
    return first("10");
  }

  Optional<String> serial() {
    return first("21");
  }

  /** The last day on which it may be used. */
  Optional<LocalDate> expiry() {
    return first("17")
        .map(date -> date("17", date))
        .or(() -> first("7003").map(time -> date("7003", time.substring(0, 6))));
  }

  /** The last day of best quality. */
  Optional<LocalDate> bestBefore() {
    return first("15").map(date -> date("15", date));
  }

  Optional<LocalDate> producedOn() {
    return first("11").map(date -> date("11", date));
  }

  /** Pieces, where the code says how many. */
  Optional<Integer> quantity() {
    return first("37", "30").map(Integer::valueOf);
  }

  /** Every code that a catalogue may know it by, best first. */
  List<Code> codes() {
    List<Code> codes = new ArrayList<>();
    gtin().ifPresent(gtin -> codes.add(new Code(Gtin.SYSTEM, gtin)));
    elements.forEach(
        (identifier, value) ->
            ApplicationIdentifiers.nationalSystem(identifier)
                .ifPresent(system -> codes.add(new Code(system, value))));
    return codes;
  }

  private Optional<String> first(String... identifiers) {
    for (String identifier : identifiers) {
      if (elements.containsKey(identifier)) {
        return Optional.of(elements.get(identifier));
      }
    }
    return Optional.empty();
  }

  private void check() {
    for (String identifier : List.of("01", "02")) {
      first(identifier)
          .map(Gtin::flaw)
          .ifPresent(
              flaw -> {
                throw new Unreadable("(%s) %s".formatted(identifier, flaw));
              });
    }
    expiry();
    bestBefore();
    producedOn();
    if (codes().isEmpty()) {
      throw new Unreadable("names no product: it holds neither a GTIN (01) nor a national number");
    }
  }

  /** Not the separator, which counts as space elsewhere. */
  private static String trimmed(String scanned) {
    return scanned.replaceAll("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$", "").replace('\u241d', SEPARATOR);
  }

  private static Map<String, String> elements(String text) {
    Matcher symbology = SYMBOLOGY.matcher(text);
    if (symbology.find()) {
      String kind = symbology.group(1) + symbology.group(2);
      String rest = text.substring(symbology.end());
      if (WITH_ELEMENTS.contains(kind)) {
        return rest.startsWith("(") ? bracketed(rest) : parted(rest);
      }
      if (WITH_GTIN.contains(kind)) {
        return gtin(rest);
      }
      if (LINK.matcher(rest).matches()) {
        return link(rest);
      }
      throw new Unreadable("is of the symbology ]%s, which holds no GS1 data".formatted(kind));
    }
    if (LINK.matcher(text).matches()) {
      return link(text);
    }
    if (text.startsWith("(")) {
      return bracketed(text);
    }
    return Gtin.hasForm(text) ? gtin(text) : parted(text);
  }

  private static Map<String, String> gtin(String digits) {
    String flaw = Gtin.flaw(digits);
    if (flaw != null) {
      throw new Unreadable(flaw);
    }
    return Map.of("01", Gtin.padded(digits));
  }

  private static Map<String, String> parted(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    int place = 0;
    while (place < text.length()) {
      if (text.charAt(place) == SEPARATOR) {
        place++;
        continue;
      }
      String identifier = identifierAt(text, place);
      int start = place + identifier.length();
      int separator = text.indexOf(SEPARATOR, start);
      int end = separator < 0 ? text.length() : separator;
      var form = ApplicationIdentifiers.form(identifier).orElseThrow();
      if (form.fixed()) {
        end = Math.min(end, start + form.longest());
      }
      put(elements, identifier, text.substring(start, end));
      place = end;
    }
    return elements;
  }

  private static String identifierAt(String text, int place) {
    return ApplicationIdentifiers.at(text, place)
        .orElseThrow(
            () ->
                new Unreadable(
                    place == 0
                        ? "is neither a GTIN of 8, 12, 13 or 14 digits nor GS1 data"
                        : "has at character %d no application identifier that is known here"
                            .formatted(place + 1)));
  }

  private static Map<String, String> bracketed(String text) {
    Map<String, String> elements = new LinkedHashMap<>();
    Matcher bracket = BRACKETED.matcher(text);
    if (!bracket.lookingAt()) {
      throw new Unreadable("must begin with an application identifier, such as (01)");
    }
    boolean more = true;
    while (more) {
      String identifier = bracket.group(1);
      int start = bracket.end();
      more = bracket.find();
      int end = more ? bracket.start() : text.length();
      String value = text.substring(start, end).strip();
      put(elements, known(identifier), filledUp(identifier, value));
    }
    return elements;
  }

  private static Map<String, String> link(String text) {
    Matcher link = LINK.matcher(text);
    if (!link.matches()) {
      throw new Unreadable("is no link");
    }
    Map<String, String> elements = new LinkedHashMap<>();
    String[] steps = (link.group(1) == null ? "" : link.group(1)).split("/");
    // Before the GTIN there may be a path of the resolver's own.
    int from = List.of(steps).indexOf("01");
    for (int i = from; from >= 0 && i + 1 < steps.length; i += 2) {
      put(elements, known(steps[i]), filledUp(steps[i], decoded(steps[i + 1])));
    }
    if (from >= 0 && link.group(2) != null) {
      for (String pair : link.group(2).substring(1).split("&")) {
        String[] parts = pair.split("=", 2);
        // What is no identifier is the resolver's own.
        if (parts.length == 2 && ApplicationIdentifiers.form(parts[0]).isPresent()) {
          put(elements, parts[0], decoded(parts[1]));
        }
      }
    }
    return elements;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new Unreadable("is a link that is not encoded as links are");
    }
  }

  private static String known(String identifier) {
    if (ApplicationIdentifiers.form(identifier).isEmpty()) {
      throw new Unreadable("holds (%s), which is not known here".formatted(identifier));
    }
    return identifier;
  }

  /** In links and in brackets people write GTINs of every length. */
  private static String filledUp(String identifier, String value) {
    boolean gtin = identifier.equals("01") || identifier.equals("02");
    return gtin && Gtin.hasForm(value) ? Gtin.padded(value) : value;
  }

  private static void put(Map<String, String> elements, String identifier, String value) {
    @Nullable String flaw = ApplicationIdentifiers.form(identifier).orElseThrow().flaw(value);
    if (flaw != null) {
      throw new Unreadable("(%s) %s".formatted(identifier, flaw));
    }
    String before = elements.put(identifier, value);
    if (before != null && !before.equals(value)) {
      throw new Unreadable("(%s) stands twice, with different values".formatted(identifier));
    }
  }

  private LocalDate date(String identifier, String yymmdd) {
    PackDate date = PackDate.of(yymmdd);
    String flaw = date.flaw(thisYear);
    if (flaw != null) {
      throw new Unreadable("(%s) %s %s".formatted(identifier, yymmdd, flaw));
    }
    return date.date(thisYear).orElseThrow();
  }
}
