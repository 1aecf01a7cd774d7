package io.aftercare.followup.window;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.zone.ZoneRulesProvider;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** What the hours of contacts are reckoned by in this release, as a line that can be compared. */
@Singleton
public class RulesInForce {

  private static final List<String> SHEETS =
      List.of("/quiet-hours.json", "/calendars/Holidays_cn.xml", "/calendars/Holidays_th.xml");

  /** A zone whose rules change often enough to be in every release of the data. */
  private static final String ANY_ZONE = "Europe/London";

  private static final int SHOWN = 12;

  private final CallCentre centre;

  RulesInForce(CallCentre centre) {
    this.centre = centre;
  }

  /**
   * Such as {@code zones 2025b, rule 2, days [MONDAY, …], sheets 0f3a…}: the release of the zone
   * data of this machine, the version of {@link CallWindow}, the working days, and a digest of
   * lawful hours and holidays.
   */
  public String described() {
    return "zones %s, rule %d, days %s, sheets %s"
        .formatted(
            ZoneRulesProvider.getVersions(ANY_ZONE).lastKey(),
            CallWindow.RULE,
            new TreeSet<>(centre.workingDays()),
            sheets());
  }

  private static String sheets() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String sheet : SHEETS) {
        try (InputStream bytes = RulesInForce.class.getResourceAsStream(sheet)) {
          if (bytes == null) {
            throw new IllegalStateException("There is no " + sheet);
          }
          digest.update(bytes.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
