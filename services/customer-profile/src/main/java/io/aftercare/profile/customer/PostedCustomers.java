package io.aftercare.profile.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftercare.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door for many customers at once: each is read by itself, so that a bad one harms no other.
 */
@ApplicationScoped
class PostedCustomers {

  static final int MOST = 500;

  /** Customers as {@code POST /customers} takes them. */
  record Batch(@NotNull @Size(min = 1, max = MOST) List<@NotNull JsonNode> customers) {}

  record Results(List<Result> results) {}

  enum Status {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("repeated")
    REPEATED,
    @JsonProperty("refused")
    REFUSED
  }

  /**
   * What became of one item.
   *
   * @param index its place in the request, from 0
   * @param id the customer; absent where it was refused without one
   * @param problem why it was refused
   */
  record Result(int index, @Nullable String id, Status status, @Nullable HttpProblem problem) {}

  private final Intake intake;
  private final RegisterCustomer registering;
  private final ObjectMapper json;

  PostedCustomers(Intake intake, RegisterCustomer registering, ObjectMapper json) {
    this.intake = intake;
    this.registering = registering;
    this.json = json;
  }

  /** Registers all good items; answers each, in the order of the request. */
  Uni<Results> registerAll(Batch batch, RegisterCustomer.Registrar by) {
    List<Uni<Result>> results = new ArrayList<>(batch.customers().size());
    Map<UUID, Uni<RegisterCustomer.Outcome>> underWay = new HashMap<>();
    for (JsonNode item : batch.customers()) {
      results.add(register(results.size(), item, by, underWay));
    }
    return Uni.join().all(results).andFailFast().map(Results::new);
  }

  private Uni<Result> register(
      int index,
      JsonNode item,
      RegisterCustomer.Registrar by,
      Map<UUID, Uni<RegisterCustomer.Outcome>> underWay) {
    try {
      var form = json.treeToValue(item, NewCustomer.class);
      var said = intake.registration(form);
      var id = Intake.idOf(form);
      var registered = registering.register(id, said, by).memoize().indefinitely();
      return underWay
          .merge(id, registered, PostedCustomers::afterwards)
          .map(outcome -> result(index, outcome));
    } catch (JsonProcessingException unreadable) {
      return refused(index, item, Problems.unreadable(unreadable));
    } catch (HttpProblem problem) {
      return refused(index, item, problem);
    }
  }

  /** Who comes twice in a batch is registered by the first. */
  private static <T> Uni<T> afterwards(Uni<T> first, Uni<T> second) {
    return first.chain(() -> second);
  }

  private static Result result(int index, RegisterCustomer.Outcome outcome) {
    return switch (outcome) {
      case RegisterCustomer.Outcome.Created(CustomerFile file) ->
          new Result(index, file.customer().id().toString(), Status.CREATED, null);
      case RegisterCustomer.Outcome.Repeated(var id) ->
          new Result(index, id.toString(), Status.REPEATED, null);
      case RegisterCustomer.Outcome.Differs differs ->
          new Result(index, differs.id().toString(), Status.REFUSED, CustomerProblems.of(differs));
      case RegisterCustomer.Outcome.Taken taken ->
          new Result(index, taken.id().toString(), Status.REFUSED, CustomerProblems.of(taken));
    };
  }

  private static Uni<Result> refused(int index, JsonNode item, HttpProblem problem) {
    String id = item.path("id").isTextual() ? item.get("id").asText() : null;
    return Uni.createFrom().item(new Result(index, id, Status.REFUSED, problem));
  }
}
