package io.aftercare.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the rooms, the same in every service. A service's test names its package and
 * inherits them all.
 */
public abstract class RoomRules {

  private static final DescribedPredicate<JavaClass> WIRE =
      DescribedPredicate.describe(
          "wire records and edges",
          type ->
              type.getSimpleName().endsWith("Resource")
                  || type.getEnclosingClass().map(JavaClass::isInterface).orElse(false)
                  || type.isRecord()
                  || type.getSimpleName().endsWith("Problems")
                  || type.isInterface());

  private static final ArchRule ONLY_EDGES_KNOW_HTTP =
      noClasses()
          .that(not(WIRE))
          .should()
          .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
          .allowEmptyShould(true);

  private static final ArchRule ONLY_CONSUMERS_LISTEN =
      methods()
          .that()
          .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
          .should()
          .beDeclaredInClassesThat(simpleNameEndingWith("Consumer"))
          .allowEmptyShould(true);

  private static final ArchRule ONLY_THE_OUTBOX_SENDS =
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

  private static final ArchRule ONLY_EVENTS_AND_CONSUMERS_TOUCH_CONTRACTS =
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

  private static final ArchRule NOTHING_DEPENDS_ON_AN_EDGE =
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

  private static final ArchRule ROOMS_FORM_NO_CYCLE =
      slices().matching("io.aftercare.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  private static final ArchRule TIME_COMES_FROM_THE_CLOCK =
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

  private static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      classes()
          .should()
          .haveNameNotMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto|DAO|Dao)(\\$.*)?")
          .andShould()
          .resideOutsideOfPackages(
              "..service..", "..controller..", "..dto..", "..impl..", "..util..", "..common..");

  private final String house;

  /**
   * @param house the service's root package
   */
  protected RoomRules(String house) {
    this.house = house;
  }

  @TestFactory
  Stream<DynamicTest> rules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(house);
    return Map.of(
            "only edges know HTTP", ONLY_EDGES_KNOW_HTTP,
            "only consumers listen", ONLY_CONSUMERS_LISTEN,
            "only the outbox sends", ONLY_THE_OUTBOX_SENDS,
            "only events and consumers touch contracts", ONLY_EVENTS_AND_CONSUMERS_TOUCH_CONTRACTS,
            "nothing depends on an edge", NOTHING_DEPENDS_ON_AN_EDGE,
            "rooms form no cycle", ROOMS_FORM_NO_CYCLE,
            "time comes from the clock", TIME_COMES_FROM_THE_CLOCK,
            "names say what a thing is", NAMES_SAY_WHAT_A_THING_IS)
        .entrySet()
        .stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }

  private static DescribedPredicate<JavaClass> nestedIn(String ending) {
    return DescribedPredicate.describe(
        "nested in *" + ending, type -> type.getName().matches(".*" + ending + "\\$.*"));
  }
}
