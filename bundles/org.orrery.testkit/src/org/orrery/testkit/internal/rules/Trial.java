package org.orrery.testkit.internal.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import org.orrery.analysis.Unit;
import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.orrery.testkit.internal.stage.Recording;
import org.orrery.testkit.internal.stage.Stage;
import org.orrery.testkit.internal.stage.StoredDifference;

/** One case on its stage, with the straight run that others are compared with. For one thread. */
public final class Trial {
    private static final int SHOWN = 5;
    private final Stage stage;
    private final ConformanceCase subject;
    private final int points;
    private Straight straight;

    /**
     * A run that nothing disturbed, on one thread.
     *
     * @param stored what it left
     * @param recording what it did
     * @param progress what listeners heard of its progress
     */
    record Straight(StoredRun stored, Recording recording, List<RunProgress> progress) {
    }

    /** A case on that stage; rules cut in at so many units at most. */
    public Trial(Stage stage, ConformanceCase subject, int points) {
        this.stage = Objects.requireNonNull(stage, "stage");
        this.subject = Objects.requireNonNull(subject, "subject");
        this.points = points;
    }

    Stage stage() {
        return stage;
    }

    ConformanceCase subject() {
        return subject;
    }

    String name() {
        return subject.name();
    }

    RunRequest request(int threads) throws RunException, DataException, IOException {
        return stage.request(subject, threads);
    }

    /** The straight run; done when it is first asked for. */
    Straight straight() throws RunException, DataException, IOException, InterruptedException {
        if (straight == null) {
            Recording recording = new Recording(name());
            RunRequest request = request(1);
            List<RunProgress> heard = new CopyOnWriteArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void progress(RunProgress progress) {
                    heard.add(progress);
                }
            };
            stage.workspace().runs().addListener(listener);
            try {
                long run = stage.submit(request, recording);
                stage.await(run);
                straight = new Straight(stage.stored(run), recording, heard.stream().filter(each -> each.run() == run).toList());
            } finally {
                stage.workspace().runs().removeListener(listener);
            }
        }
        return straight;
    }

    /** The units at which rules cut in: all, or as many as wanted, evenly chosen, the first and the last among them. */
    List<Unit> points() throws RunException, DataException, IOException, InterruptedException {
        return chosen(points);
    }

    /** At most so many units, evenly chosen, the first and the last among them. */
    List<Unit> chosen(int most) throws RunException, DataException, IOException, InterruptedException {
        List<Unit> units = straight().recording().units();
        int wanted = Math.min(most, points);
        if (units.size() <= wanted) {
            return units;
        }
        List<Unit> chosen = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            chosen.add(units.get(wanted == 1 ? 0 : (int) ((long) i * (units.size() - 1) / (wanted - 1))));
        }
        return chosen;
    }

    /** The unit that took longest. */
    Unit longest() throws RunException, DataException, IOException, InterruptedException {
        Recording recording = straight().recording();
        return recording.units().stream().max(java.util.Comparator.comparingLong(unit -> recording.nanos(unit.id())))
                .orElseThrow(() -> new IllegalStateException("A run without units"));
    }

    Violation violation(Rule rule, Unit unit, String message) {
        return new Violation(rule, name() + ", " + unit.id(), message);
    }

    Violation violation(Rule rule, String message) {
        return new Violation(rule, name(), message);
    }

    /** Compares a run with the straight one. */
    List<Violation> differences(Rule rule, String place, StoredRun run)
            throws RunException, DataException, IOException, InterruptedException {
        return differences(rule, name() + ", " + place, straight().stored(), run);
    }

    static List<Violation> differences(Rule rule, String place, StoredRun expected, StoredRun actual) throws IOException {
        List<String> differences = StoredDifference.between(expected, actual);
        List<Violation> violations = new ArrayList<>();
        differences.stream().limit(SHOWN).forEach(each -> violations.add(new Violation(rule, place, each)));
        if (differences.size() > SHOWN) {
            violations.add(new Violation(rule, place, (differences.size() - SHOWN) + " further differences"));
        }
        return violations;
    }
}
