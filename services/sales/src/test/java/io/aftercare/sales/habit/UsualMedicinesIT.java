package io.aftercare.sales.habit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The database reckons in its statement what {@link Usual} reckons here. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class UsualMedicinesIT {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final List<String> BRANDS = List.of("norvasc", "amlodipine", "amlor");

  @Inject UsualMedicines usual;
  @Inject Pool pool;

  @Test
  void however_they_are_gathered_refills_make_the_same_habits_as_one_by_one() {
    Random random = new Random(20261124);
    for (int person = 0; person < 100; person++) {
      UUID customer = UUID.randomUUID();
      Usual model = null;
      LocalDate day = START;
      for (int upload = 0; upload < 3; upload++) {
        List<Dispensing> together = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          day = day.plusDays(random.nextInt(45));
          together.add(dispensing(customer, day, random));
        }
        Map<UUID, Habits> habits = in(sql -> usual.remember(sql, together));
        for (Dispensing each : together) {
          assertEquals(
              Habits.UNKNOWN.with(each, model), habits.get(each.saleId()), each.toString());
          model = Usual.after(model, each);
        }
      }
    }
  }

  @Test
  void a_voided_sale_is_forgotten_when_it_was_the_last() {
    Random random = new Random(1);
    UUID customer = UUID.randomUUID();
    Dispensing first = dispensing(customer, START, random);
    Dispensing last = dispensing(customer, START.plusDays(20), random);
    in(sql -> usual.remember(sql, List.of(first, last)));
    in(sql -> usual.forget(sql, customer, last.saleId()));
    Dispensing next = dispensing(customer, START.plusDays(300), random);
    assertEquals(Habits.UNKNOWN, in(sql -> usual.look(sql, List.of(next))));
  }

  @Test
  void of_two_who_are_one_the_latest_brand_and_the_longest_supply_are_usual() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    in(sql -> usual.remember(sql, List.of(of(one, START, "norvasc", 90))));
    in(sql -> usual.remember(sql, List.of(of(other, START.plusDays(10), "amlor", 7))));
    in(sql -> usual.move(sql, one, other));
    Habits habits =
        in(sql -> usual.look(sql, List.of(of(other, START.plusDays(80), "norvasc", 30))));
    assertEquals(1, habits.switched().size(), "amlor was the last");
    assertEquals(false, habits.overdue(), "90 days of norvasc are not over");
  }

  private static Dispensing dispensing(UUID customer, LocalDate day, Random random) {
    Integer days = random.nextInt(5) == 0 ? null : 7 + random.nextInt(60);
    return of(customer, day, BRANDS.get(random.nextInt(BRANDS.size())), days);
  }

  private static Dispensing of(UUID customer, LocalDate day, String brand, Integer days) {
    return new Dispensing(customer, "C08CA01", UUID.randomUUID(), 1, brand, day, days);
  }

  private <T> T in(Function<SqlConnection, Uni<T>> work) {
    return pool.withTransaction(work).await().atMost(Duration.ofSeconds(20));
  }
}
