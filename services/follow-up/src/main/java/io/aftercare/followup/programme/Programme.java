package io.aftercare.followup.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 */
public record Programme(
    String key,
    int version,
    String name,
    @Nullable String because,
    Trigger trigger,
    boolean care,
    @JsonProperty("last-resort") boolean lastResort,
    List<Step> steps,
    Script script) {}
