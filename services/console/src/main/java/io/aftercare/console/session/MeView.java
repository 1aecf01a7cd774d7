package io.aftercare.console.session;

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
 * @param time the business time of this moment (UTC); a demonstration may run ahead of the wall clock
 */
record MeView(String id, String name, List<String> roles, @Nullable String store, Instant time) {}
