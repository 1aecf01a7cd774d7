package io.aftercare.profile.roster;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a file of customers.
 *
 * @param line its number in the file, from 1
 * @param cells by column; empty ones are left out
 */
record RosterRow(int line, Map<String, String> cells) {

  /** What the customer had in the books they come from. */
  static final String NUMBER = "number";

  static final String ID = "id";

  static final List<String> NEEDED = List.of("country", "givenName", "zone");

  /** Columns whose cell is the field of the same name. */
  private static final List<String> PLAIN =
      List.of(
          "country",
          "givenName",
          "familyName",
          "preferredName",
          "pronunciation",
          "birthDate",
          "sex",
          "zone",
          "preferredChannel",
          "loyaltyTier",
          "email",
          "wechat");

  private static final List<String> PHONES = List.of("phone", "phone2", "phone3");

  private static final List<String> CAREGIVER =
      List.of("caregiverName", "caregiverRelation", "caregiverPhone", "caregiverDisclose");

  static final List<String> COLUMNS =
      Stream.of(
              List.of(NUMBER, ID),
              PLAIN,
              List.of("languages", "windowFrom", "windowTo"),
              PHONES,
              PHONES.stream().map(phone -> phone + "Type").toList(),
              CAREGIVER,
              List.of("allergies", "consents", "consentsWording", "consentsAt"))
          .flatMap(List::stream)
          .toList();

  private static final Pattern ALLERGY = Pattern.compile("(\\S+)\\s+(.+)");
  private static final Pattern CONSENT = Pattern.compile("([a-z-]+)/([a-z]+)=([a-z]+)");

  /**
   * The customer as {@code POST /customers} takes them, as far as the cells can be read; without an
   * id.
   *
   * @param flaws where it says what cannot be read
   */
  ObjectNode form(List<Flaw> flaws) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    PLAIN.forEach(column -> copy(column, form, column));
    if (cells.containsKey("languages")) {
      ArrayNode languages = form.putArray("languages");
      Stream.of(cells.get("languages").split("[\\s,]+")).forEach(languages::add);
    }
    if (cells.containsKey("windowFrom") || cells.containsKey("windowTo")) {
      ObjectNode window = form.putObject("window");
      copy("windowFrom", window, "from");
      copy("windowTo", window, "to");
    }
    phones(form, flaws);
    caregiver(form);
    allergies(form, flaws);
    consents(form, flaws);
    return form;
  }

  private void phones(ObjectNode form, List<Flaw> flaws) {
    ArrayNode phones = form.putArray("phones");
    for (String column : PHONES) {
      if (cells.containsKey(column)) {
        ObjectNode phone = phones.addObject();
        copy(column, phone, "number");
        copy(column + "Type", phone, "type");
      } else if (cells.containsKey(column + "Type")) {
        flaws.add(new Flaw(line, column + "Type", "is the type of no number; fill in " + column));
      }
    }
  }

  private void caregiver(ObjectNode form) {
    if (CAREGIVER.stream().anyMatch(cells::containsKey)) {
      ObjectNode carer = form.putArray("caregivers").addObject();
      copy("caregiverName", carer, "name");
      copy("caregiverRelation", carer, "relation");
      copy("caregiverPhone", carer, "phone");
      copy("caregiverDisclose", carer, "disclose");
    }
  }

  private void allergies(ObjectNode form, List<Flaw> flaws) {
    ArrayNode allergies = form.putArray("allergies");
    for (String written : parts("allergies", "\\|")) {
      Matcher allergy = ALLERGY.matcher(written);
      if (allergy.matches()) {
        allergies.addObject().put("atc", allergy.group(1)).put("name", allergy.group(2));
      } else {
        flaws.add(
            new Flaw(
                line,
                "allergies",
                "must be ATC codes, each with a name, parted by |, such as J01C penicillin"));
      }
    }
  }

  private void consents(ObjectNode form, List<Flaw> flaws) {
    ArrayNode consents = form.putArray("consents");
    for (String written : parts("consents", "[\\s,]+")) {
      Matcher answer = CONSENT.matcher(written);
      if (answer.matches()) {
        ObjectNode consent =
            consents
                .addObject()
                .put("purpose", answer.group(1))
                .put("channel", answer.group(2))
                .put("state", answer.group(3));
        copy("consentsWording", consent, "wording");
        copy("consentsAt", consent, "at");
      } else {
        flaws.add(
            new Flaw(
                line,
                "consents",
                "must be answers parted by spaces, such as care-calls/call=given"));
      }
    }
  }

  private List<String> parts(String column, String separator) {
    String cell = cells.get(column);
    return cell == null
        ? List.of()
        : Stream.of(cell.split(separator)).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private void copy(String column, ObjectNode into, String field) {
    String cell = cells.get(column);
    if (cell != null) {
      into.put(field, cell);
    }
  }

  /** The column that a field of the form was read from; the field itself where none fits. */
  String column(String field) {
    String path = field.replaceAll("\\[\\d+]", "");
    return switch (path) {
      case "phones.number", "phones" -> phone(field);
      case "phones.type" -> phone(field) + "Type";
      case "window.from" -> "windowFrom";
      case "window.to", "window" -> "windowTo";
      case "consents.wording" -> "consentsWording";
      case "consents.at" -> "consentsAt";
      default ->
          path.startsWith("caregivers.")
              ? "caregiver" + Character.toUpperCase(path.charAt(11)) + path.substring(12)
              : path.replaceAll("\\..*", "");
    };
  }

  /** Of the phones that are filled in, the one at the field's place. */
  private String phone(String field) {
    Matcher place = Pattern.compile("\\[(\\d)]").matcher(field);
    int index = place.find() ? Integer.parseInt(place.group(1)) : 0;
    return PHONES.stream().filter(cells::containsKey).skip(index).findFirst().orElse("phone");
  }
}
