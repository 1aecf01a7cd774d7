package io.aftercare.followup.note;

import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes in customers' files, and what is answered when they cannot be reached. */
@ApplicationScoped
public class CustomerNotes {

  private static final Logger LOG = Logger.getLogger(CustomerNotes.class);

  private final NoteFile file;

  CustomerNotes(@RestClient NoteFile file) {
    this.file = file;
  }

  /**
   * Seals what somebody wrote down; gives the note's id, or none where the customer is gone. The
   * same words again are the same note.
   *
   * @param about the call it belongs to, or what else of ours it is about
   * @param author the subject of who wrote it
   * @throws HttpProblem (as failure) 503 when it cannot be stored
   */
  public Uni<@Nullable UUID> write(UUID customer, UUID about, String author, String text) {
    return file.note(customer, new NoteFile.NewNote(about, author, text))
        .map(NoteFile.WrittenNote::noteId)
        .onFailure(NoteFile.Unknown.class)
        .recoverWithNull()
        .onFailure()
        .transform(failure -> unavailable(about, failure));
  }

  /** Nothing was stored; the same request may be sent again. */
  public static HttpProblem unavailable() {
    return Problems.unavailable(
        "profile-unavailable",
        "The customer file is out of reach; nothing was stored. Send the same again.",
        Duration.ofSeconds(2));
  }

  private static Throwable unavailable(UUID about, Throwable failure) {
    LOG.warnf("Customer file out of reach, call=%s: %s", about, failure);
    return unavailable();
  }
}
