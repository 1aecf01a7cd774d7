package io.aftercare.profile.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for whole files of customers: read and sealed one by one, stored a thousand at once. */
@ApplicationScoped
public class Newcomers {

  /** Somebody whose particulars make sense, sealed by now. */
  public record Newcomer(RegisterCustomer.Registration registration) {
    public UUID id() {
      return registration.id();
    }
  }

  /** What became of somebody. */
  public sealed interface Verdict {
    /** Known from now on. */
    record Added() implements Verdict {}

    /** Registered before, with the same content. */
    record Unchanged() implements Verdict {}

    /** Registered before, with another content in these fields. */
    record Differs(List<String> fields) implements Verdict {}

    /** The id is another store's customer's, or was erased. */
    record Taken() implements Verdict {}
  }

  private final Intake intake;
  private final RegisterCustomer registering;
  private final ObjectMapper json;

  Newcomers(Intake intake, RegisterCustomer registering, ObjectMapper json) {
    this.intake = intake;
    this.registering = registering;
    this.json = json;
  }

  /**
   * Reads a customer as {@code POST /customers} takes them.
   *
   * @param storeId whose customer it becomes; absent for headquarters
   * @param subject of who registers
   * @throws HttpProblem 400 naming every field that is wrong
   */
  public Newcomer read(JsonNode form, @Nullable String storeId, String subject) {
    try {
      var written = json.treeToValue(form, NewCustomer.class);
      var said = intake.registration(written);
      var by = new RegisterCustomer.Registrar(storeId, subject);
      return new Newcomer(registering.seal(Intake.idOf(written), said, by));
    } catch (JsonProcessingException unreadable) {
      throw Problems.unreadable(unreadable);
    }
  }

  /**
   * Registers all of them in one transaction; what became of each, in their order.
   *
   * @param dryRun does all of it and takes it back
   */
  public Uni<List<Verdict>> take(List<Newcomer> newcomers, boolean dryRun) {
    return registering
        .registerTogether(newcomers.stream().map(Newcomer::registration).toList(), dryRun)
        .map(outcomes -> outcomes.stream().map(Newcomers::verdict).toList());
  }

  private static Verdict verdict(RegisterCustomer.Outcome outcome) {
    return switch (outcome) {
      case RegisterCustomer.Outcome.Created created -> new Verdict.Added();
      case RegisterCustomer.Outcome.Repeated repeated -> new Verdict.Unchanged();
      case RegisterCustomer.Outcome.Differs differs -> new Verdict.Differs(differs.fields());
      case RegisterCustomer.Outcome.Taken taken -> new Verdict.Taken();
    };
  }
}
