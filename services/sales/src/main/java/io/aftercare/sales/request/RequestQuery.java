package io.aftercare.sales.request;

import io.aftercare.kit.page.ListQuery;
import io.aftercare.sales.store.Store;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the list of service requests can be asked for. */
class RequestQuery extends ListQuery {

  private static final String STATES =
      Arrays.stream(ServiceRequest.State.values())
          .map(ServiceRequest.State::wire)
          .collect(Collectors.joining("|"));

  @RestQuery
  @Parameter(description = "Only in one of these states, with commas between: open,under-way.")
  @Nullable String state;

  @RestQuery
  @Parameter(description = "Only of this store; a store sees its own whatever it asks for.")
  @Nullable String storeId;

  @RestQuery
  @Parameter(
      description = "Only of this sale.",
      schema = @Schema(type = SchemaType.STRING, format = "uuid"))
  @Nullable String saleId;

  /**
   * Reads what was asked.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  ServiceRequests.Filter filter() {
    return sound(
        new ServiceRequests.Filter(
            text("storeId", storeId, Store.ID, Store.ID_IN_WORDS),
            uuid("saleId", saleId),
            states(),
            after(),
            limit()));
  }

  private Set<ServiceRequest.State> states() {
    String asked =
        text(
            "state",
            state,
            "(%s)(,(%s))*".formatted(STATES, STATES),
            "must be some of %s, with commas between".formatted(STATES.replace("|", ", ")));
    Set<ServiceRequest.State> states = EnumSet.noneOf(ServiceRequest.State.class);
    if (asked != null) {
      Set<String> names = Set.copyOf(Arrays.asList(asked.split(",")));
      Arrays.stream(ServiceRequest.State.values())
          .filter(known -> names.contains(known.wire()))
          .forEach(states::add);
    }
    return states;
  }
}
