package io.aftercare.followup.message;

import io.aftercare.followup.programme.Programme;
import io.aftercare.followup.programme.Programmes;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.kit.page.ListQuery;
import io.aftercare.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Contacts that wait for the customer at the counter of the caller's store. */
@Path("/in-person")
@Tag(name = "in-person")
@RolesAllowed({Roles.DISPENSER, Roles.STORE})
@Produces(MediaType.APPLICATION_JSON)
class InPersonResource {

  private final InPerson inPerson;
  private final Programmes programmes;
  private final Caller caller;

  InPersonResource(InPerson inPerson, Programmes programmes, Caller caller) {
    this.inPerson = inPerson;
    this.programmes = programmes;
    this.caller = caller;
  }

  /** What waits, the most urgent first. */
  record ContactList(List<ContactView> items) {}

  /**
   * A contact at the counter.
   *
   * @param lines what to say, in the words of its programme
   * @param until last instant at which it is still worth saying
   */
  record ContactView(
      UUID id,
      UUID customerId,
      String programme,
      String template,
      String title,
      List<String> lines,
      Instant until,
      String state) {}

  /** Whom it is asked about. */
  static class ContactQuery extends ListQuery {

    @RestQuery
    @Parameter(
        description = "The customer at the counter.",
        required = true,
        schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Nullable String customerId;

    UUID customer() {
      UUID customer = sound(uuid("customerId", customerId));
      if (customer == null) {
        throw Problems.invalid("customerId", "must be given");
      }
      return customer;
    }
  }

  @GET
  @Operation(summary = "What this store has to say to a customer now")
  public Uni<ContactList> list(@BeanParam ContactQuery query) {
    return inPerson
        .waiting(query.customer(), caller)
        .map(found -> new ContactList(found.stream().map(this::view).toList()));
  }

  @POST
  @Path("/{id}/done")
  @Operation(summary = "It was said")
  public Uni<ContactView> done(@RestPath UUID id) {
    return inPerson.done(id, caller).map(this::view);
  }

  private ContactView view(Message message) {
    Programme programme = programmes.find(message.programme(), message.programmeVersion());
    return new ContactView(
        message.id(),
        message.customerId(),
        message.programme(),
        message.template(),
        programme == null ? message.programme() : programme.name(),
        programme == null ? List.of() : programme.script(message.step()).shown(),
        message.due().lapsesAt(),
        message.state().key());
  }
}
