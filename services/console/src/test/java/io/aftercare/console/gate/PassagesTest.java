package io.aftercare.console.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagesTest {

  @ParameterizedTest
  @CsvSource({
    "FOLLOW_UP, POST, /calls/claim",
    "FOLLOW_UP, GET,  /calls/current",
    "FOLLOW_UP, POST, /calls/0190f3a0-0000-7000-8000-000000000001/outcome",
    "SALES,     GET,  /stores/boston-1",
    "FEEDBACK,  GET,  /surveys"
  })
  void thePagesOwnRequestsPass(Area area, String method, String path) {
    assertThat(Passages.allow(area, method, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FOLLOW_UP,        GET,    /calls/claim",
    "FOLLOW_UP,        DELETE, /calls/0190f3a0-0000-7000-8000-000000000001",
    "FOLLOW_UP,        POST,   /calls/../outcome",
    "FOLLOW_UP,        POST,   /calls/a%2Fb/outcome",
    "FOLLOW_UP,        POST,   /calls//outcome",
    "CUSTOMER_PROFILE, POST,   /customers/1/permit",
    "CUSTOMER_PROFILE, POST,   /customers",
    "SALES,            POST,   /sales",
    "SALES,            GET,    /calls/current",
    "FEEDBACK,         GET,    /q/metrics"
  })
  void nothingElsePasses(Area area, String method, String path) {
    assertThat(Passages.allow(area, method, path)).isFalse();
  }
}
