package io.aftercare.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What a chain had before is there afterwards, in the shape of today. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MigrationIT {

  private static final String SCHEMA = "before_the_catalogue";

  @Inject AgroalDataSource database;

  @ConfigProperty(name = "aftercare.application-role.username")
  String applicationRole;

  @Test
  void products_and_stores_of_the_first_version_are_kept() throws SQLException {
    flyway("1").migrate();
    run(
        """
        insert into %1$s.product values
          ('rxnorm', '308182', 'Amoxicillin', '250 mg', 'capsule', 'J01CA04', true, 7, false, false, false, now()),
          ('gtin', '4006381333931', 'Syrup', null, null, null, false, null, false, false, true, now());
        insert into %1$s.store values
          ('boston-1', 'Boston', 'America/New_York', 'US', 'MA', 'USD', null, now());
        """);

    flyway("latest").migrate();

    assertEquals(
        List.of("04006381333931 1 4", "308182 1 8"),
        texts(
            """
            select p.code || ' ' || v.version || ' ' || (
              select count(*) from json_object_keys(p.state) k where k in (
                'name', 'strength', 'form', 'atc', 'prescription', 'daysSupply', 'highAlert', 'longTerm'))
            from %1$s.product p join %1$s.product_version v using (system, code)
            join %1$s.product_code c using (system, code) where p.state ->> 'code' = p.code order by 1
            """));
    assertEquals(List.of("America/New_York"), texts("select state ->> 'zone' from %1$s.store"));
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .locations("db/kit", "db/migration")
        .placeholders(Map.of("application-role", applicationRole))
        .target(target)
        .load();
  }

  private void run(String statements) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(statements.formatted(SCHEMA));
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query.formatted(SCHEMA))) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
