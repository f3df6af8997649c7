package org.orrery.jobs.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Unit;
import org.orrery.jobs.internal.store.RunImage;

/**
 * Finds the committed units whose outcome may be another now: those that come after a unit which had not succeeded when
 * they were done, because the run was stopped, the unit failed or was skipped, or a setting has grown since. The refit of
 * the best model is such a unit. One that comes after a unit whose data were damaged is not: that one leaves the same again.
 */
final class Redo {
    private Redo() {
    }

    /** The units to do again, each with the unit because of which, in order of declaration. */
    static Map<String, String> of(RunImage image, List<Unit> units) {
        Map<String, String> again = new LinkedHashMap<>();
        boolean found = true;
        while (found) {
            found = false;
            for (Unit unit : units) {
                if (image.committed().containsKey(unit.id()) && !again.containsKey(unit.id())) {
                    Optional<String> because = unit.after().stream()
                            .filter(before -> again.containsKey(before) || !image.succeededOnce(before)).findFirst();
                    because.ifPresent(before -> again.put(unit.id(), before));
                    found |= because.isPresent();
                }
            }
        }
        return again;
    }
}
