package io.aftercare.sales.habit;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a sale stands to what its customer usually takes.
 *
 * @param switched lines (from 1) with another brand than the usual one
 * @param repeats a medicine of it was had before
 * @param overdue the last supply of a medicine in it had ended
 */
public record Habits(Set<Integer> switched, boolean repeats, boolean overdue) {

  public static final Habits UNKNOWN = new Habits(Set.of(), false, false);

  /** With one more line, seen beside what was usual before it. */
  Habits with(Dispensing dispensing, @Nullable Usual before) {
    if (before == null) {
      return this;
    }
    Set<Integer> lines = new TreeSet<>(switched);
    if (before.isLeftBy(dispensing)) {
      lines.add(dispensing.line());
    }
    return new Habits(lines, true, overdue || before.isOverdueOn(dispensing.day()));
  }
}
