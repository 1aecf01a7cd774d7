package io.aftercare.kit.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes along the chain of the access log and names the first record that does not hold. */
@ApplicationScoped
class VerifyAccessLog {

  /** Longer than any reading transaction lasts, and any two instances' clocks differ. */
  private static final Duration LATE = Duration.ofMinutes(15);

  /** What is wrong with a record. */
  enum Wrong {
    /** It says something else than when it was sealed, or was put there. */
    @JsonProperty("changed")
    CHANGED,
    /** It is gone. */
    @JsonProperty("missing")
    MISSING,
    /** It claims to be of a time long before records that were sealed before it. */
    @JsonProperty("backdated")
    BACKDATED
  }

  /**
   * The first record that does not hold.
   *
   * @param place its place in the chain, from 1
   * @param id its number in the table access_log; absent where it is gone
   */
  record Broken(long place, @Nullable Long id, Wrong wrong) {}

  /**
   * What was found.
   *
   * @param records sealed records that hold, from the first one on
   * @param end the seal at the end of the chain, as the service's log line said when it was set
   * @param broken absent when all hold
   */
  record Verification(boolean intact, long records, String end, @Nullable Broken broken) {}

  private final AgroalDataSource database;
  private final Chain chain;

  VerifyAccessLog(AgroalDataSource database, Chain chain) {
    this.database = database;
    this.chain = chain;
  }

  /** Blocks while it reads the whole log; what is sealed meanwhile does not count. */
  Verification verify() throws SQLException {
    try (Connection connection = database.getConnection()) {
      var rows = new AccessRows(connection);
      AccessRows.End end = rows.end();
      var walk = new Walk(chain);
      List<AccessRows.Sealed> page;
      do {
        page = rows.sealed(walk.place);
        page.stream().filter(each -> each.place() <= end.place()).forEach(walk::pass);
      } while (walk.broken == null && page.size() == AccessRows.PAGE);
      return walk.found(end);
    }
  }

  /** How far the chain holds. */
  private static final class Walk {

    private final Chain chain;
    private long place;
    private byte[] before = new byte[32];
    private Instant latest = Instant.MIN;
    private @Nullable Broken broken;

    Walk(Chain chain) {
      this.chain = chain;
    }

    void pass(AccessRows.Sealed each) {
      if (broken != null) {
        return;
      }
      broken = wrong(each);
      if (broken == null) {
        place = each.place();
        before = each.seal();
        latest = latest.isAfter(each.record().at()) ? latest : each.record().at();
      }
    }

    private @Nullable Broken wrong(AccessRows.Sealed each) {
      AccessRecord record = each.record();
      if (each.place() != place + 1) {
        return new Broken(place + 1, null, Wrong.MISSING);
      }
      if (!Arrays.equals(chain.seal(before, each.place(), record), each.seal())) {
        return new Broken(each.place(), record.id(), Wrong.CHANGED);
      }
      return latest.isAfter(Instant.MIN) && record.at().isBefore(latest.minus(LATE))
          ? new Broken(each.place(), record.id(), Wrong.BACKDATED)
          : null;
    }

    Verification found(AccessRows.End end) {
      if (broken == null && place < end.place()) {
        broken = new Broken(place + 1, null, Wrong.MISSING);
      }
      String seal = HexFormat.of().formatHex(end.seal());
      return new Verification(broken == null, place, seal, broken);
    }
  }
}
