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
    "FOLLOW_UP, GET,  /calls/0190f3a0-0000-7000-8000-000000000001/answers",
    "FOLLOW_UP, PUT,  /calls/0190f3a0-0000-7000-8000-000000000001/answers",
    "FOLLOW_UP, POST, /calls/0190f3a0-0000-7000-8000-000000000001/transfer",
    "FOLLOW_UP, POST, /calls/0190f3a0-0000-7000-8000-000000000001/warning",
    "FOLLOW_UP, POST, /calls/incoming",
    "FOLLOW_UP, GET,  /calls/0190f3a0-0000-7000-8000-000000000001/suspects",
    "FOLLOW_UP, PUT,  /agents/me/state",
    "FOLLOW_UP, POST, /transfers/0190f3a0-0000-7000-8000-000000000001/take",
    "FOLLOW_UP, PUT,  /reactions/0190f3a0-0000-7000-8000-000000000001/assessment",
    "FOLLOW_UP, PUT,  /incidents/0190f3a0-0000-7000-8000-000000000001/debrief/happened",
    "FOLLOW_UP, POST, /number-requests/0190f3a0-0000-7000-8000-000000000001/close",
    "FOLLOW_UP, POST, /in-person/0190f3a0-0000-7000-8000-000000000001/done",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001/notes",
    "FOLLOW_UP, GET,  /transfers",
    "FOLLOW_UP, POST, /calls/0190f3a0-0000-7000-8000-000000000001/reassign",
    "FOLLOW_UP, GET,  /supervision/forecast",
    "FOLLOW_UP, PUT,  /agents/5f0c1f5e-0000-4000-8000-000000000001/profile",
    "FOLLOW_UP, PUT,  /incidents/0190f3a0-0000-7000-8000-000000000001/debrief/change",
    "FOLLOW_UP, GET,  /programmes/child-or-elderly",
    "FOLLOW_UP, PUT,  /programmes/refill/draft",
    "FOLLOW_UP, DELETE, /programmes/refill/draft",
    "FOLLOW_UP, POST, /programmes/refill/publish",
    "FOLLOW_UP, POST, /replans",
    "FOLLOW_UP, DELETE, /experiments/relationship/approval",
    "FOLLOW_UP, GET,  /messages/summary",
    "SALES,     GET,  /stores/boston-1",
    "SALES,     GET,  /sales",
    "SALES,     POST, /sales",
    "SALES,     POST, /sales/preview",
    "SALES,     POST, /sales/0190f3a0-0000-7000-8000-000000000001/receipt",
    "SALES,     POST, /sales/0190f3a0-0000-7000-8000-000000000001/return",
    "SALES,     POST, /sales/0190f3a0-0000-7000-8000-000000000001/void",
    "SALES,     GET,  /products",
    "SALES,     POST, /products/scan",
    "SALES,     GET,  /reports/day",
    "SALES,     GET,  /service-requests",
    "SALES,     POST, /service-requests",
    "SALES,     POST, /service-requests/0190f3a0-0000-7000-8000-000000000001/start",
    "SALES,     POST, /service-requests/0190f3a0-0000-7000-8000-000000000001/finish",
    "SALES,     POST, /service-requests/0190f3a0-0000-7000-8000-000000000001/promise",
    "SALES,     POST, /service-requests/0190f3a0-0000-7000-8000-000000000001/cancel",
    "CUSTOMER_PROFILE, POST, /customers",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001",
    "CUSTOMER_PROFILE, PUT, /customers/0190f3a0-0000-7000-8000-000000000001",
    "CUSTOMER_PROFILE, PUT, /customers/0190f3a0-0000-7000-8000-000000000001/allergies",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001/medication",
    "CUSTOMER_PROFILE, PUT, /customers/0190f3a0-0000-7000-8000-000000000001/consents",
    "CUSTOMER_PROFILE, DELETE, /customers/0190f3a0-0000-7000-8000-000000000001/take-care",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001/timeline",
    "CUSTOMER_PROFILE, DELETE, /customers/0190f3a0-0000-7000-8000-000000000001",
    "CUSTOMER_PROFILE, DELETE, /customers/0190f3a0-0000-7000-8000-000000000001/legal-holds/0190f3a0-0000-7000-8000-000000000001",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001/export",
    "CUSTOMER_PROFILE, PUT, /customers/0190f3a0-0000-7000-8000-000000000001/restriction",
    "CUSTOMER_PROFILE, GET, /access-log",
    "CUSTOMER_PROFILE, GET, /access-log/verification",
    "CUSTOMER_PROFILE, GET, /broken-glass",
    "CUSTOMER_PROFILE, GET, /duplicates",
    "CUSTOMER_PROFILE, PUT, /duplicates/0190f3a0-0000-7000-8000-000000000001/0190f3a0-0000-7000-8000-000000000001/denied",
    "CUSTOMER_PROFILE, POST, /merges",
    "CUSTOMER_PROFILE, POST, /merges/0190f3a0-0000-7000-8000-000000000001/undo",
    "CUSTOMER_PROFILE, GET, /segments",
    "CUSTOMER_PROFILE, POST, /segments/preview",
    "CUSTOMER_PROFILE, PUT, /segments/at-risk-of-leaving/draft",
    "CUSTOMER_PROFILE, POST, /segments/vip/publish",
    "CUSTOMER_PROFILE, GET, /customers/0190f3a0-0000-7000-8000-000000000001/care",
    "CUSTOMER_PROFILE, DELETE, /customers/0190f3a0-0000-7000-8000-000000000001/adviser",
    "CUSTOMER_PROFILE, POST, /care-offers/0190f3a0-0000-7000-8000-000000000001/attend",
    "CUSTOMER_PROFILE, POST, /campaigns/0190f3a0-0000-7000-8000-000000000001/stop",
    "CUSTOMER_PROFILE, POST, /gatherings/0190f3a0-0000-7000-8000-000000000001/sign-ups",
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
    "FOLLOW_UP,        DELETE, /programmes/refill",
    "FOLLOW_UP,        POST,   /message-reports/sms",
    "FOLLOW_UP,        GET,    /exports/calls",
    "CUSTOMER_PROFILE, POST,   /customers/1/permit",
    "CUSTOMER_PROFILE, GET,    /customers",
    "CUSTOMER_PROFILE, POST,   /customers/0190f3a0-0000-7000-8000-000000000001/message-permit",
    "CUSTOMER_PROFILE, POST,   /customers/import",
    "CUSTOMER_PROFILE, POST,   /customers/0190f3a0-0000-7000-8000-000000000001/break-glass",
    "CUSTOMER_PROFILE, POST,   /erasures/reapply",
    "CUSTOMER_PROFILE, POST,   /keys/rotation",
    "SALES,            POST,   /sales/batch",
    "SALES,            POST,   /sales/stream",
    "SALES,            PUT,    /products",
    "SALES,            POST,   /products/import",
    "SALES,            GET,    /receipts/0190f3a0-0000-7000-8000-000000000001",
    "SALES,            GET,    /service-requests/0190f3a0-0000-7000-8000-000000000001",
    "SALES,            POST,   /recalls",
    "SALES,            GET,    /calls/current",
    "FEEDBACK,         GET,    /q/metrics"
  })
  void nothingElsePasses(Area area, String method, String path) {
    assertThat(Passages.allow(area, method, path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FOLLOW_UP,        POST, /programmes/refill/simulate, true",
    "CUSTOMER_PROFILE, GET,  /customers/0190f3a0-0000-7000-8000-000000000001/export, true",
    "CUSTOMER_PROFILE, GET,  /access-log/verification, true",
    "CUSTOMER_PROFILE, GET,  /access-log, false",
    "FOLLOW_UP,        GET,  /calls, false"
  })
  void whatReadsMuchIsWaitedForLonger(Area area, String method, String path, boolean isLong) {
    assertThat(Passages.allow(area, method, path)).isTrue();
    assertThat(Passages.isLong(area, method, path)).isEqualTo(isLong);
  }
}
