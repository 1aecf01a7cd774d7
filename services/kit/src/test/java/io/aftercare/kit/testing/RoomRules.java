package io.aftercare.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** The rules of the rooms, the same in every service. A service's test names its package and takes them all. */
public final class RoomRules {

  private static final DescribedPredicate<JavaClass> WIRE =
      DescribedPredicate.describe(
          "wire records and edges",
          type ->
              type.getSimpleName().endsWith("Resource")
                  || type.getEnclosingClass().map(JavaClass::isInterface).orElse(false)
                  || type.isRecord()
                  || type.getSimpleName().endsWith("Problems")
                  || type.getSimpleName().endsWith("Page")
                  || type.isInterface());

  @ArchTest
  static final ArchRule only_edges_know_http =
      noClasses()
          .that(not(WIRE))
          .should()
          .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_consumers_listen =
      methods()
          .that()
          .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
          .should()
          .beDeclaredInClassesThat(simpleNameEndingWith("Consumer"))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_outbox_sends =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.apache.kafka.clients.producer..")
                  .or(
                      DescribedPredicate.describe(
                          "an emitter",
                          type ->
                              type.getFullName()
                                  .matches(
                                      "org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.(Outgoing|Emitter)"))));

  @ArchTest
  static final ArchRule only_events_and_consumers_touch_contracts =
      noClasses()
          .that(
              not(
                  simpleNameEndingWith("Events")
                      .or(simpleNameEndingWith("Consumer"))
                      .or(nestedIn("Events"))
                      .or(nestedIn("Consumer"))))
          .should()
          .dependOnClassesThat(resideInAPackage("io.aftercare.contracts.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule nothing_depends_on_an_edge =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "a resource or consumer",
                  type ->
                      type.getPackageName().startsWith("io.aftercare")
                          && (type.getSimpleName().endsWith("Resource")
                              || type.getSimpleName().endsWith("Consumer"))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule rooms_form_no_cycle =
      slices().matching("io.aftercare.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|DAO|Dao)(\\$.*)?")
          .andShould()
          .resideOutsideOfPackages(
              "..service..", "..controller..", "..dto..", "..impl..", "..util..", "..common..");

  private RoomRules() {}

  private static DescribedPredicate<JavaClass> nestedIn(String ending) {
    return DescribedPredicate.describe(
        "nested in *" + ending, type -> type.getName().matches(".*" + ending + "\\$.*"));
  }
}
