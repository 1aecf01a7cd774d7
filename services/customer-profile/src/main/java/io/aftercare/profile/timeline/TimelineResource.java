package io.aftercare.profile.timeline;

import static io.aftercare.kit.identity.Roles.CARE_MANAGER;
import static io.aftercare.kit.identity.Roles.DISPENSER;
import static io.aftercare.kit.identity.Roles.PHARMACIST;
import static io.aftercare.kit.identity.Roles.PRIVACY_OFFICER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.page.Cursor;
import io.aftercare.kit.page.Page;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, for the people who care for them. */
@Path("/customers")
@Tag(name = "timeline")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  private final Timeline timeline;
  private final ObjectMapper json;
  private final Caller caller;

  TimelineResource(Timeline timeline, ObjectMapper json, Caller caller) {
    this.timeline = timeline;
    this.json = json;
    this.caller = caller;
  }

  /**
   * @param at in business time; a contact's is when it is due
   * @param sourceId the sale, call, complaint, survey answer or consent
   * @param storeId absent where it belongs to no store
   * @param state where it stands, in the words of the service that told it
   * @param detail more of its words, by name
   */
  record EntryView(
      Instant at,
      Entry.Kind kind,
      UUID sourceId,
      @Nullable String storeId,
      String state,
      Map<String, String> detail) {}

  @GET
  @Path("/{id}/timeline")
  @Operation(summary = "What happened with a customer, and what is planned: newest first.")
  @RolesAllowed({DISPENSER, PHARMACIST, CARE_MANAGER, PRIVACY_OFFICER})
  public Uni<RestResponse<Page<EntryView>>> read(
      @RestPath UUID id, @BeanParam TimelineQuery query, @Context UriInfo uri) {
    TimelineQuery.Part part = query.part();
    return timeline
        .read(id, part, Reach.of(caller), Reading.by(caller, "GET /customers/{id}/timeline"))
        .map(found -> Page.cut(found, part.limit()))
        .map(cut -> cut.answer(uri, this::view, last -> new Cursor(last.at(), last.id()).text()));
  }

  private EntryView view(KeptEntry entry) {
    return new EntryView(
        entry.at(),
        entry.kind(),
        entry.sourceId(),
        entry.storeId(),
        entry.state(),
        words(entry.detail()));
  }

  private Map<String, String> words(String detail) {
    try {
      return json.readValue(detail, WORDS);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("An entry's detail cannot be read", broken);
    }
  }
}
