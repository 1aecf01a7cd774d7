package io.aftercare.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercare.console.bench.Desk;
import io.aftercare.console.bench.LogIn;
import io.aftercare.console.bench.LogIn.Person;
import io.aftercare.console.bench.Stage;
import io.aftercare.console.bench.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page as people meet it, in a real browser; what they must see is written in each scene. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ScenesIT {

  LogIn logIn;
  Desk followUp;

  @AfterEach
  void calm() {
    logIn.behave();
  }

  @Test
  void anAgentWorksCallsWithAllThatMayHappenInThem() {
    plays("agent", new Person("Ann Agent", "agent", ""));
  }

  @Test
  void aPharmacistTakesOverAndJudgesSideEffects() {
    plays("pharmacist", new Person("Pia Pharmacist", "pharmacist", ""));
  }

  @Test
  void aDispenserSaysWhatWaitsAtTheCounter() {
    plays("dispenser", new Person("Dao Dispenser", "dispenser", "bangkok-1"));
  }

  @Test
  void aSupervisorSeesWhoWaitsAndWhoIsNeeded() {
    plays("supervisor", new Person("Sam Supervisor", "supervisor", ""));
  }

  @Test
  void aCareManagerWritesAProgrammeAndPutsItInForce() {
    plays("care-manager", new Person("Cora Care", "care-manager", ""));
  }

  private void plays(String scene, Person person) {
    var play = new Stage(logIn, followUp).plays(scene, person);

    assertThat(play.exitCode()).as(play.said()).isZero();
  }
}
