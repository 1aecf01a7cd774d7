package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.aftercare.followup.window.CallWindow;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why and when people are contacted. A published version never changes; what must differ is a new
 * version, and each call remembers the one that made it.
 *
 * @param key names it for life, such as {@code wellbeing}
 * @param version from 1
 * @param because the reason in words that begin a sentence; absent where the marks of the sale are
 *     the reason
 * @param care its contact takes care of the lines that caused it, so that a {@link #lastResort}
 *     leaves them alone
 * @param lastResort wants only lines that no other programme takes care of
 * @param retry when its calls are tried again; absent where as for all programmes
 * @param cap how often it may speak with the same customer; absent where the caps of all programmes
 *     are enough
 * @param expiresAfterDays how long after its window closed a contact is still worth making; absent
 *     where as for all programmes
 * @param experiment in which some of its contacts take part, those alone that were asked for only
 *     for the sake of the relationship; absent where all are made
 */
public record Programme(
    String key,
    int version,
    String name,
    @Nullable String because,
    Trigger trigger,
    boolean care,
    @JsonProperty("last-resort") boolean lastResort,
    @Nullable Retry retry,
    @Nullable Cap cap,
    @Nullable @JsonProperty("expires-after-days") Integer expiresAfterDays,
    @Nullable String experiment,
    List<Step> steps,
    Script script) {

  /** The call window, with the patience of this programme. */
  public CallWindow patient(CallWindow window) {
    return expiresAfterDays == null ? window : window.patient(Duration.ofDays(expiresAfterDays));
  }

  /** What is said in this step: its own script, else the programme's. */
  public Script script(int number) {
    Step step = step(number);
    return step == null || step.script() == null ? script : step.script();
  }

  /** The step of this number; absent where there is none. */
  public @Nullable Step step(int number) {
    return steps.stream().filter(step -> step.number() == number).findFirst().orElse(null);
  }
}
