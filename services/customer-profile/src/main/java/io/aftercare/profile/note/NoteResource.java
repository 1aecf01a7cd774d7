package io.aftercare.profile.note;

import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.identity.Roles;
import io.aftercare.profile.audit.Reading;
import io.aftercare.profile.reach.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Notes from calls: written by follow-up, read by the pharmacist who takes the matter further. */
@Path("/customers")
@Tag(name = "notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NoteResource {

  private final WriteNote writeNote;
  private final Notes notes;
  private final Caller caller;

  NoteResource(WriteNote writeNote, Notes notes, Caller caller) {
    this.writeNote = writeNote;
    this.notes = notes;
    this.caller = caller;
  }

  /**
   * @param author the subject of the agent
   * @param text what the agent wrote down; line breaks are welcome
   */
  record NewNote(
      @NotNull UUID callId,
      @NotBlank @Size(max = 100) @Pattern(regexp = "[\\x21-\\x7e]*", message = "must be a subject")
          String author,
      @NotBlank @Size(max = 4000) @Pattern(regexp = "[^\\p{Cs}]*", message = "must be a text")
          String text) {}

  record WrittenNote(UUID noteId) {}

  /** Newest first. */
  record NoteList(List<Notes.Opened> items) {}

  @POST
  @Path("/{id}/notes")
  @RolesAllowed(Roles.SERVICE)
  public Uni<WrittenNote> write(@RestPath UUID id, @Valid @NotNull NewNote note) {
    return writeNote
        .write(id, new WriteNote.Written(note.callId(), note.author(), note.text()))
        .map(WrittenNote::new);
  }

  @GET
  @Path("/{id}/notes")
  @RolesAllowed(Roles.PHARMACIST)
  public Uni<NoteList> list(@RestPath UUID id) {
    return notes
        .read(id, Reach.of(caller), Reading.by(caller, "GET /customers/{id}/notes"))
        .map(NoteList::new);
  }
}
