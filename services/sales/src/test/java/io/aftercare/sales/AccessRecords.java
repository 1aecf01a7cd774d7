package io.aftercare.sales;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the service recorded of who read whose data. */
final class AccessRecords {

  private AccessRecords() {}

  /** What this reader read of this customer alone, oldest first. */
  static List<String> of(AgroalDataSource database, String who, String customer)
      throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select what from access_log where who = ? and customers = array[?::uuid] order by id")) {
      query.setString(1, who);
      query.setString(2, customer);
      List<String> reads = new ArrayList<>();
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          reads.add(rows.getString(1));
        }
      }
      return reads;
    }
  }
}
