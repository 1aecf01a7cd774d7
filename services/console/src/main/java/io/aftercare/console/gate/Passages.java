package io.aftercare.console.gate;

import static io.aftercare.console.gate.Area.CUSTOMER_PROFILE;
import static io.aftercare.console.gate.Area.FEEDBACK;
import static io.aftercare.console.gate.Area.FOLLOW_UP;
import static io.aftercare.console.gate.Area.SALES;

import java.util.List;
import java.util.regex.Pattern;

/** What may pass from the page to the services. What is not written here does not pass. */
final class Passages {

  private static final List<Passage> OPEN =
      List.of(
          new Passage(FOLLOW_UP, "POST", "/calls/claim"),
          new Passage(FOLLOW_UP, "GET", "/calls/current"),
          new Passage(FOLLOW_UP, "GET", "/calls/summary"),
          new Passage(FOLLOW_UP, "GET", "/calls"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/heartbeat"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/permit"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/outcome"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/release"),
          new Passage(FOLLOW_UP, "GET", "/calls/{id}/answers"),
          new Passage(FOLLOW_UP, "PUT", "/calls/{id}/answers"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/transfer"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/warning"),
          new Passage(FOLLOW_UP, "POST", "/calls/incoming"),
          new Passage(FOLLOW_UP, "GET", "/calls/{id}/suspects"),
          new Passage(FOLLOW_UP, "GET", "/agents/me/state"),
          new Passage(FOLLOW_UP, "PUT", "/agents/me/state"),
          new Passage(FOLLOW_UP, "GET", "/transfers"),
          new Passage(FOLLOW_UP, "POST", "/transfers/{id}/take"),
          new Passage(FOLLOW_UP, "POST", "/transfers/{id}/end"),
          new Passage(FOLLOW_UP, "POST", "/transfers/{id}/withdraw"),
          new Passage(FOLLOW_UP, "GET", "/reactions"),
          new Passage(FOLLOW_UP, "POST", "/reactions"),
          new Passage(FOLLOW_UP, "GET", "/reactions/causality-items"),
          new Passage(FOLLOW_UP, "GET", "/reactions/{id}"),
          new Passage(FOLLOW_UP, "GET", "/reactions/{id}/export"),
          new Passage(FOLLOW_UP, "PUT", "/reactions/{id}/assessment"),
          new Passage(FOLLOW_UP, "POST", "/reactions/{id}/report"),
          new Passage(FOLLOW_UP, "POST", "/reactions/{id}/withdraw"),
          new Passage(FOLLOW_UP, "GET", "/incidents"),
          new Passage(FOLLOW_UP, "POST", "/incidents"),
          new Passage(FOLLOW_UP, "PUT", "/incidents/{id}/debrief/{id}"),
          new Passage(FOLLOW_UP, "GET", "/number-requests"),
          new Passage(FOLLOW_UP, "POST", "/number-requests/{id}/close"),
          new Passage(FOLLOW_UP, "GET", "/in-person"),
          new Passage(FOLLOW_UP, "POST", "/in-person/{id}/done"),
          new Passage(FOLLOW_UP, "POST", "/calls/{id}/reassign"),
          new Passage(FOLLOW_UP, "GET", "/supervision/forecast"),
          new Passage(FOLLOW_UP, "GET", "/supervision/answer-rates"),
          new Passage(FOLLOW_UP, "GET", "/agents"),
          new Passage(FOLLOW_UP, "PUT", "/agents/{id}/profile"),
          new Passage(FOLLOW_UP, "POST", "/incidents/{id}/close"),
          new Passage(FOLLOW_UP, "GET", "/programmes"),
          new Passage(FOLLOW_UP, "GET", "/programmes/{id}"),
          new Passage(FOLLOW_UP, "PUT", "/programmes/{id}/draft"),
          new Passage(FOLLOW_UP, "DELETE", "/programmes/{id}/draft"),
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/simulate"),
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/publish"),
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/retire"),
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/pause"),
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/resume"),
          new Passage(FOLLOW_UP, "POST", "/replans"),
          new Passage(FOLLOW_UP, "GET", "/experiments"),
          new Passage(FOLLOW_UP, "PUT", "/experiments/{id}/approval"),
          new Passage(FOLLOW_UP, "DELETE", "/experiments/{id}/approval"),
          new Passage(FOLLOW_UP, "GET", "/messages"),
          new Passage(FOLLOW_UP, "GET", "/messages/summary"),
          new Passage(CUSTOMER_PROFILE, "POST", "/customers"),
          new Passage(CUSTOMER_PROFILE, "POST", "/customers/search"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/card"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/notes"),
          new Passage(SALES, "GET", "/sales"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/allergies"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/conditions"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/medicines"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/medication"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/consents"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/consents"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/take-care"),
          new Passage(CUSTOMER_PROFILE, "DELETE", "/customers/{id}/take-care"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/timeline"),
          new Passage(CUSTOMER_PROFILE, "DELETE", "/customers/{id}"),
          new Passage(CUSTOMER_PROFILE, "DELETE", "/customers/{id}/legal-holds/{id}"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/export"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/restriction"),
          new Passage(CUSTOMER_PROFILE, "GET", "/access-log"),
          new Passage(CUSTOMER_PROFILE, "GET", "/access-log/verification"),
          new Passage(CUSTOMER_PROFILE, "GET", "/broken-glass"),
          new Passage(CUSTOMER_PROFILE, "GET", "/duplicates"),
          new Passage(CUSTOMER_PROFILE, "GET", "/duplicates/{id}/{id}"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/duplicates/{id}/{id}/denied"),
          new Passage(CUSTOMER_PROFILE, "POST", "/merges"),
          new Passage(CUSTOMER_PROFILE, "POST", "/merges/{id}/undo"),
          new Passage(CUSTOMER_PROFILE, "GET", "/segments"),
          new Passage(CUSTOMER_PROFILE, "POST", "/segments/preview"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/segments/{id}/draft"),
          new Passage(CUSTOMER_PROFILE, "POST", "/segments/{id}/publish"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/care"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/adviser"),
          new Passage(CUSTOMER_PROFILE, "DELETE", "/customers/{id}/adviser"),
          new Passage(CUSTOMER_PROFILE, "PUT", "/customers/{id}/delivery"),
          new Passage(CUSTOMER_PROFILE, "POST", "/care-offers/{id}/accept"),
          new Passage(CUSTOMER_PROFILE, "POST", "/care-offers/{id}/decline"),
          new Passage(CUSTOMER_PROFILE, "POST", "/care-offers/{id}/attend"),
          new Passage(CUSTOMER_PROFILE, "GET", "/campaigns"),
          new Passage(CUSTOMER_PROFILE, "POST", "/campaigns"),
          new Passage(CUSTOMER_PROFILE, "POST", "/campaigns/{id}/stop"),
          new Passage(CUSTOMER_PROFILE, "GET", "/gatherings"),
          new Passage(CUSTOMER_PROFILE, "POST", "/gatherings"),
          new Passage(CUSTOMER_PROFILE, "POST", "/gatherings/{id}/offers"),
          new Passage(CUSTOMER_PROFILE, "POST", "/gatherings/{id}/sign-ups"),
          new Passage(CUSTOMER_PROFILE, "POST", "/gatherings/{id}/cancel"),
          new Passage(SALES, "POST", "/sales"),
          new Passage(SALES, "POST", "/sales/preview"),
          new Passage(SALES, "GET", "/sales/{id}"),
          new Passage(SALES, "POST", "/sales/{id}/receipt"),
          new Passage(SALES, "POST", "/sales/{id}/return"),
          new Passage(SALES, "POST", "/sales/{id}/void"),
          new Passage(SALES, "GET", "/products"),
          new Passage(SALES, "POST", "/products/scan"),
          new Passage(SALES, "GET", "/reports/day"),
          new Passage(SALES, "GET", "/service-requests"),
          new Passage(SALES, "POST", "/service-requests"),
          new Passage(SALES, "POST", "/service-requests/{id}/start"),
          new Passage(SALES, "POST", "/service-requests/{id}/finish"),
          new Passage(SALES, "POST", "/service-requests/{id}/promise"),
          new Passage(SALES, "POST", "/service-requests/{id}/cancel"),
          new Passage(SALES, "GET", "/stores"),
          new Passage(SALES, "GET", "/stores/{id}"),
          new Passage(FEEDBACK, "GET", "/complaints"),
          new Passage(FEEDBACK, "GET", "/complaints/{id}"),
          new Passage(FEEDBACK, "GET", "/surveys"));

  /** Where so much is read that the answer takes its time and may be large. */
  private static final List<Passage> LONG =
      List.of(
          new Passage(FOLLOW_UP, "POST", "/programmes/{id}/simulate"),
          new Passage(CUSTOMER_PROFILE, "GET", "/customers/{id}/export"),
          new Passage(CUSTOMER_PROFILE, "GET", "/access-log/verification"));

  private Passages() {}

  /**
   * @param path as it stands in the address, not decoded: an encoded slash or dot matches nothing
   */
  static boolean allow(Area area, String method, String path) {
    return OPEN.stream().anyMatch(passage -> passage.leads(area, method, path));
  }

  /** Whether what passes here is waited for longer, and may be larger. */
  static boolean isLong(Area area, String method, String path) {
    return LONG.stream().anyMatch(passage -> passage.leads(area, method, path));
  }

  private record Passage(Area area, String method, Pattern path) {

    Passage(Area area, String method, String template) {
      this(area, method, Pattern.compile(template.replace("{id}", "[A-Za-z0-9_-]{1,64}")));
    }

    boolean leads(Area there, String by, String way) {
      return area == there && method.equals(by) && path.matcher(way).matches();
    }
  }
}
