package org.orrery.benchmarks.editor;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured against what is promised, told together at the end. For one thread. */
final class Limits {
    private record Held(String what, double millis, double most) {
        boolean passes() {
            return millis <= most;
        }
    }

    private final List<Held> all = new ArrayList<>();

    /** Something that may take so many milliseconds at most has taken {@code millis}. */
    void hold(String what, double millis, double most) {
        all.add(new Held(what, millis, most));
    }

    /** Writes a line for each; says whether all limits hold. */
    boolean tell(PrintStream out) {
        all.forEach(one -> out.println(String.format(Locale.ROOT, "%s  %-43s %8.1f ms (limit %.0f)", one.passes() ? "PASS" : "MISS", one.what(), one.millis(), one.most())));
        return all.stream().allMatch(Held::passes);
    }
}
