package io.aftercare.profile.rights;

import io.aftercare.kit.identity.AccessLog;
import io.aftercare.kit.identity.Caller;
import io.aftercare.kit.problem.Problems;
import io.aftercare.profile.reach.Reach;
import io.aftercare.profile.reach.Scoped;
import io.aftercare.profile.vault.Safe;
import io.aftercare.profile.vault.Vault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Everything that is kept of a person, opened: their file and those that were merged with it, from
 * every table that says whose its rows are.
 */
@ApplicationScoped
class ExportCustomer {

  private static final String KEYS =
      "select id, data_key from customer where id = any($1) and data_key is not null";

  /**
   * The bundle's content.
   *
   * @param tables all rows by table, opened
   */
  record Everything(UUID customer, Map<String, List<Map<String, Object>>> tables) {}

  private final Scoped scoped;
  private final AccessLog log;
  private final ErasedRows files;
  private final PersonalRows rows;
  private final Vault vault;

  ExportCustomer(Scoped scoped, AccessLog log, ErasedRows files, PersonalRows rows, Vault vault) {
    this.scoped = scoped;
    this.log = log;
    this.files = files;
    this.rows = rows;
    this.vault = vault;
  }

  /**
   * All of it, as the database holds it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem (as failure) 404 when there is no such
   *     customer, or they were erased
   */
  Uni<Everything> export(UUID customer, Caller caller, String endpoint) {
    return scoped.inTransaction(
        new Reach.Chain(),
        transaction ->
            files
                .samePerson(transaction, customer)
                .call(same -> log.read(transaction, caller, endpoint, same))
                .chain(same -> safes(transaction, same))
                .invoke(safes -> opens(safes, customer))
                .chain(
                    safes ->
                        rows.of(transaction, safes.keySet())
                            .map(found -> open(customer, found, safes))));
  }

  private Uni<Map<UUID, Safe>> safes(SqlConnection transaction, Collection<UUID> customers) {
    return transaction
        .preparedQuery(KEYS)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .map(
            found -> {
              Map<UUID, Safe> safes = new HashMap<>();
              for (Row row : found) {
                UUID id = row.getUUID("id");
                safes.put(id, vault.open(id, row.getBuffer("data_key").getBytes()));
              }
              return safes;
            });
  }

  private static void opens(Map<UUID, Safe> safes, UUID customer) {
    if (!safes.containsKey(customer)) {
      throw Problems.notFound("customer", customer);
    }
  }

  private static Everything open(
      UUID customer, List<PersonalRows.Of> found, Map<UUID, Safe> safes) {
    var opening = new Opening(safes);
    Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
    for (PersonalRows.Of row : found) {
      tables.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(opening.open(row));
    }
    return new Everything(customer, tables);
  }
}
