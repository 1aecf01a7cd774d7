package io.aftercare.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.aftercare.simulator.catalogue.Catalogue;
import io.aftercare.simulator.chain.NewCustomer;
import io.aftercare.simulator.demo.DemoData.DemoStore;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoDataTest {

  private static final DemoData DATA = DemoData.load(Catalogue.demo());

  @Test
  void eightStoresEachWithFifteenPeople() {
    assertThat(DATA.stores()).hasSize(8).allMatch(home -> DATA.peopleOf(home.store()).size() == 15);
  }

  @Test
  void storesHaveAClockAndACurrency() {
    assertThat(DATA.stores())
        .allSatisfy(
            home -> {
              assertThat(ZoneId.of(home.store().zone())).isNotNull();
              assertThat(Currency.getInstance(home.store().currency())).isNotNull();
            });
  }

  @Test
  void everyTelephoneIsANumberOfItsCountry() throws NumberParseException {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    for (DemoStore home : DATA.stores()) {
      String country = home.store().country();
      for (String number : (Iterable<String>) numbers(home)::iterator) {
        assertThat(plans.isValidNumberForRegion(plans.parse(number, country), country))
            .as(number)
            .isTrue();
      }
    }
  }

  @Test
  void childrenHaveSomebodyWhoMayBeCalled() {
    assertThat(customers())
        .filteredOn(
            customer -> customer.birthDate() != null && customer.birthDate().getYear() > 2010)
        .hasSize(8)
        .allMatch(customer -> !customer.caregivers().isEmpty());
  }

  @Test
  void registeringAgainIsTheSame() {
    assertThat(customers()).isEqualTo(customers());
    assertThat(customers()).extracting(NewCustomer::id).doesNotHaveDuplicates();
  }

  @Test
  void everyArticleHasAGtinThatChecks() {
    assertThat(DATA.articles().values())
        .allSatisfy(
            article -> {
              String gtin = article.product().codes().getFirst().code();
              int sum = 0;
              for (int i = 0; i < gtin.length(); i++) {
                sum += (gtin.charAt(gtin.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
              }
              assertThat(gtin).hasSize(13);
              assertThat(sum % 10).as(gtin).isZero();
            });
  }

  @Test
  void whatIsToldInOneLanguageIsToldInAll() {
    assertThat(DATA.articles().values())
        .map(article -> article.product().counsellingPoints())
        .filteredOn(points -> points != null)
        .hasSizeGreaterThan(9)
        .allSatisfy(
            points -> {
              assertThat(points).containsOnlyKeys("en", "zh", "th");
              assertThat(points.values())
                  .extracting(List::size)
                  .containsOnly(points.get("en").size());
            });
  }

  @Test
  void storesAreOpenInTheEveningEveryDay() {
    assertThat(DATA.stores())
        .allSatisfy(
            home -> {
              assertThat(home.store().address()).isNotNull();
              assertThat(home.store().openingHours()).hasSize(7);
              assertThat(home.store().openingHours().values())
                  .allMatch(hours -> hours.getLast().closes().equals("24:00"));
            });
  }

  @Test
  void everyArticleHasAClass() {
    assertThat(DATA.articles().values())
        .allSatisfy(article -> assertThat(article.product().atc()).isNotNull());
  }

  private static Stream<String> numbers(DemoStore home) {
    return Stream.concat(
        Stream.of(home.store().phone()),
        DATA.peopleOf(home.store()).stream()
            .map(person -> Registrations.of(person, home))
            .flatMap(
                customer ->
                    Stream.concat(
                        customer.phones().stream().map(NewCustomer.Phone::number),
                        customer.caregivers().stream().map(NewCustomer.Caregiver::phone))));
  }

  private static List<NewCustomer> customers() {
    return DATA.stores().stream()
        .flatMap(
            home ->
                DATA.peopleOf(home.store()).stream().map(person -> Registrations.of(person, home)))
        .toList();
  }
}
