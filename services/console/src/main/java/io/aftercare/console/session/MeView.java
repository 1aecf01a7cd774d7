package io.aftercare.console.session;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, as the page needs it.
 *
 * @param id the subject of the token: stable, says nothing of the person
 * @param name what to greet with
 * @param roles the house's roles, sorted
 * @param store the store of a dispenser
 * @param time the business time of this moment (UTC); a demonstration may run ahead of the wall
 *     clock
 */
record MeView(String id, String name, List<String> roles, @Nullable String store, Instant time) {

  JsonObject json() {
    var json = new JsonObject().put("id", id).put("name", name).put("roles", new JsonArray(roles));
    if (store != null) {
      json.put("store", store);
    }
    return json.put("time", time.toString());
  }
}
