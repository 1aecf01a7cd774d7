package io.aftercare.profile;

import io.aftercare.kit.testing.OpenApiContract;
import io.aftercare.kit.testing.RealParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ContractIT extends OpenApiContract {
  ContractIT() {
    super("customer-profile");
  }
}
