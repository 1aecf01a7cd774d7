package io.aftercare.followup;

import io.aftercare.contracts.EventTypes;
import io.aftercare.contracts.Topics;
import io.aftercare.kit.testing.EventProbe;
import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The topic of sales tells of more than sales. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
@QuarkusTestResource(CustomerFileStandIn.class)
class OtherSalesEventsIT {

  @Inject AgroalDataSource database;

  @Test
  void what_is_no_sale_is_passed_over_and_not_parked() throws InterruptedException {
    UUID recalledSale = UUID.randomUUID();
    try (EventProbe sales = EventProbe.on(Topics.SALES)) {
      sales.send(
          EventTypes.PRODUCT_RECALLED,
          recalledSale,
          1,
          Map.of("recalledSaleId", recalledSale, "batch", "7K241"));
    }

    // What is parked leaves no version behind.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> versionsOf(recalledSale), versions -> versions == 1);
  }

  private int versionsOf(UUID key) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("select count(*) from inbox where key = ?")) {
      query.setObject(1, key);
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
