package io.aftercare.sales.report;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.STORE;
import static io.aftercare.kit.identity.Roles.SUPERVISOR;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.sales.sale.StoreDay;
import io.aftercare.sales.store.Store;
import io.aftercare.sales.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A store's day in figures. They name no customer. */
@Path("/reports")
@Tag(name = "reports")
@Produces(MediaType.APPLICATION_JSON)
class DayReportResource {

  private final StoreDay days;
  private final Stores stores;
  private final Caller caller;
  private final Clock clock;

  DayReportResource(StoreDay days, Stores stores, Caller caller, Clock clock) {
    this.days = days;
    this.stores = stores;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("/day")
  @RolesAllowed({STORE, DISPENSER, SUPERVISOR, CARE_MANAGER})
  @Operation(summary = "A day of a store: what was sold, to whom known, how many were counselled.")
  public Uni<StoreDay.Figures> day(
      @RestQuery
          @Parameter(
              description = "The store's date; today where absent.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String date,
      @RestQuery @Parameter(description = "For those who see the whole chain.")
          @Nullable String storeId) {
    Store store = store(storeId);
    return days.look(
        store, date == null ? LocalDate.now(clock.withZone(store.zone())) : parsed(date));
  }

  private Store store(@Nullable String asked) {
    if (Stream.of(SUPERVISOR, CARE_MANAGER).noneMatch(caller::is)) {
      asked = caller.storeId();
    } else if (asked == null) {
      throw Problems.invalid("storeId", "must name a store");
    }
    String id = asked;
    return stores.find(id).orElseThrow(() -> Problems.notFound("store", id));
  }

  private static LocalDate parsed(String date) {
    try {
      LocalDate day = LocalDate.parse(date);
      if (day.getYear() < 1900 || day.getYear() > 9999) {
        throw Problems.invalid("date", "must be of the years 1900 to 9999");
      }
      return day;
    } catch (DateTimeException unreadable) {
      throw Problems.invalid("date", "must be a date such as 2026-03-31");
    }
  }
}
