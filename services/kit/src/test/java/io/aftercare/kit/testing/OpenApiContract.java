package io.aftercare.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What a service serves is what its contract file says. After a change that is meant, run the
 * service's tests with {@code -Dcontract.write=true}: the file is written anew, and the difference
 * stands in the commit for all to see.
 */
public abstract class OpenApiContract {

  private final Path file;

  /**
   * @param service names the contract's file
   */
  protected OpenApiContract(String service) {
    this.file = Path.of("..", "..", "contracts", "openapi", service + ".yaml");
  }

  @Test
  void the_service_serves_its_contract() throws IOException {
    String served = RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("contract.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, served);
    }
    assertEquals(
        Files.exists(file) ? Files.readString(file) : "",
        served,
        "The API differs from " + file + "; if that is meant, write it with -Dcontract.write=true");
  }
}
