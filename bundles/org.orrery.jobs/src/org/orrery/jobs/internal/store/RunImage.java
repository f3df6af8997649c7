package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.orrery.analysis.Unit;
import org.orrery.analysis.result.Warning;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.LaterFrames;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.store.JournalEntry.Attempt;
import org.orrery.jobs.internal.store.JournalEntry.Broken;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.JournalEntry.Declared;
import org.orrery.jobs.internal.store.JournalEntry.Extended;
import org.orrery.jobs.internal.store.JournalEntry.Failed;
import org.orrery.jobs.internal.store.JournalEntry.Lines;
import org.orrery.jobs.internal.store.JournalEntry.Lost;
import org.orrery.jobs.internal.store.JournalEntry.Metrics;
import org.orrery.jobs.internal.store.JournalEntry.Moved;
import org.orrery.jobs.internal.store.JournalEntry.Noted;
import org.orrery.jobs.internal.store.JournalEntry.Prepared;
import org.orrery.jobs.internal.store.JournalEntry.Queued;
import org.orrery.jobs.internal.store.JournalEntry.Skipped;
import org.orrery.jobs.internal.store.JournalEntry.Spent;
import org.orrery.jobs.internal.store.JournalEntry.Stored;
import org.orrery.jobs.internal.store.JournalEntry.Tagged;

/** What the journal of a run says, entry after entry. Not thread-safe. */
public final class RunImage {
    private final boolean series;
    private Instant submitted = Instant.EPOCH;
    private Instant started;
    private Instant finished;
    private Instant latest = Instant.EPOCH;
    private RunState state = RunState.QUEUED;
    private ProcessIdentity owner;
    private String request = "";
    private int attempts;
    private String version = "";
    private final List<List<Unit>> rounds = new ArrayList<>();
    private final Map<String, Committed> committed = new HashMap<>();
    private final Map<String, Failed> failed = new HashMap<>();
    private final Map<String, Skipped> skipped = new HashMap<>();
    private List<Warning> warnings = List.of();
    private String fingerprint = "";
    private Map<String, Object> extended;
    private List<String> tags = List.of();
    private String note = "";
    private final Set<String> lost = new HashSet<>();
    private Stored result;
    private RunException.Problem error;
    private JournalEntry.Perished perished;
    private boolean headless;
    private StoredRun.Costs costs = new StoredRun.Costs(0, 0, 0, 0, Double.NaN, Double.NaN);
    private final List<StoredRun.LogLine> log = new ArrayList<>();
    private final List<StoredRun.Metric> metrics = new ArrayList<>();

    /** An image of nothing yet; log and metrics are kept only when asked for. */
    public RunImage(boolean series) {
        this.series = series;
    }

    /**
     * Applies every whole entry of a journal. When not even its first one is whole, the request stands in for that, and the later
     * ones count as far as they can be read.
     *
     * @throws IOException when it cannot be read, holds an entry that this version does not know, or neither it nor the request
     *     says what the run is
     */
    public ChainedFrames.Scan replay(RunFolder folder) throws IOException {
        try {
            ChainedFrames.Scan scan = new ChainedFrames(folder.journal()).scan(this::apply);
            if (scan.last().isEmpty()) {
                headless = true;
                apply(JournalHead.of(folder));
                new LaterFrames(folder.journal()).scan(this::apply);
            }
            return scan;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void apply(Frame frame) {
        if (!series && JournalEntry.isSeries(frame)) {
            // Millions of points are not decoded to be dropped.
            return;
        }
        try {
            apply(JournalEntry.of(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the first entry of the journal is damaged, and what was applied in its place comes from the request. */
    boolean headless() {
        return headless;
    }

    /** Applies one entry. */
    public void apply(JournalEntry entry) {
        switch (entry) {
            case Queued queued -> queued(queued);
            case Attempt attempt -> begin(attempt);
            case Moved moved -> move(moved);
            case Declared declared -> declare(declared);
            case Prepared prepared -> {
                warnings = prepared.warnings();
                fingerprint = prepared.fingerprint();
            }
            case Committed commit -> {
                after(commit.at());
                committed.put(commit.unit(), commit);
            }
            case Failed failure -> failed.put(failure.unit(), failure);
            case Skipped skip -> skipped.put(skip.unit(), skip);
            case Lost gone -> {
                committed.remove(gone.unit());
                lost.add(gone.unit());
            }
            case Lines lines -> {
                if (series) {
                    log.addAll(lines.lines());
                }
            }
            case Metrics values -> {
                if (series) {
                    metrics.addAll(values.values());
                }
            }
            case Stored stored -> result = stored;
            case Broken broken -> error = broken.problem();
            case Spent spent -> spend(spent);
            case Extended extension -> extended = extension.settings();
            case Tagged tagged -> tags = tagged.tags();
            case Noted noted -> note = noted.note();
            case JournalEntry.Perished death -> perished = death;
        }
    }

    /** Not before what came earlier: the clock may have been set back in between. */
    private Instant after(Instant at) {
        latest = at.isAfter(latest) ? at : latest;
        return latest;
    }

    private void queued(Queued queued) {
        Instant at = after(queued.at());
        if (submitted.equals(Instant.EPOCH)) {
            submitted = at;
        }
        owner = queued.owner();
        request = request.isEmpty() ? queued.request() : request;
        state = RunState.QUEUED;
        finished = null;
    }

    private void begin(Attempt attempt) {
        Instant at = after(attempt.at());
        attempts = attempt.number();
        request = request.isEmpty() ? attempt.request() : request;
        version = attempt.version();
        if (started == null) {
            started = at;
        }
        state = RunState.RUNNING;
        // What failed or was skipped is tried again, and a former end counts no more.
        failed.clear();
        skipped.clear();
        error = null;
        result = null;
    }

    private void move(Moved moved) {
        Instant at = after(moved.at());
        state = moved.state();
        finished = state.ended() ? at : null;
    }

    private void declare(Declared declared) {
        if (declared.round() == 0 && !rounds.isEmpty()) {
            rounds.set(0, declared.units());
        } else {
            rounds.add(declared.units());
        }
    }

    private void spend(Spent spent) {
        costs = new StoredRun.Costs(costs.loadSeconds() + spent.load(), costs.runSeconds() + spent.run(),
                costs.totalSeconds() + spent.total(), costs.allocatedMiB() + spent.allocatedMiB(),
                larger(costs.peakHeapMiB(), spent.peakHeapMiB()), larger(costs.peakRssMiB(), spent.peakRssMiB()));
    }

    /** The larger of what is known. */
    private static double larger(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }

    /** When it was first accepted. */
    public Instant submitted() {
        return submitted;
    }

    /** When its first attempt began. */
    public Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    /** When its last attempt ended. */
    public Optional<Instant> finished() {
        return Optional.ofNullable(finished);
    }

    /** The last of all instants that are known of it. */
    public Instant latest() {
        return latest;
    }

    /** The state as the journal has it: that of a dead owner's run may be RUNNING. */
    public RunState state() {
        return state;
    }

    /** The process that last took it into its queue; empty when the entry that named it is damaged. */
    public Optional<ProcessIdentity> owner() {
        return Optional.ofNullable(owner);
    }

    /** The digest of its frozen request; empty when the journal has none. */
    public String request() {
        return request;
    }

    /** How often work on it began. */
    public int attempts() {
        return attempts;
    }

    /** The bundle version of the last attempt; empty before the first. */
    public String version() {
        return version;
    }

    /** The units by round. */
    public List<List<Unit>> rounds() {
        return rounds;
    }

    /** All units in order of declaration, by id. */
    public Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        rounds.forEach(round -> round.forEach(unit -> units.put(unit.id(), unit)));
        return units;
    }

    /** The commits, by unit. */
    public Map<String, Committed> committed() {
        return committed;
    }

    /** Whether that unit has succeeded, even if its outcome was taken back since. */
    public boolean succeededOnce(String unit) {
        return committed.containsKey(unit) || lost.contains(unit);
    }

    /** The settings that count since they have grown; empty while those of the request do. */
    public Optional<Map<String, Object>> extended() {
        return Optional.ofNullable(extended);
    }

    /** The user's words for the run. */
    public List<String> tags() {
        return tags;
    }

    /** What the user has to say about it; empty for nothing. */
    public String note() {
        return note;
    }

    /** The failures of this attempt. */
    public Collection<Failed> failed() {
        return failed.values();
    }

    /** The failure of that unit in this attempt. */
    public Optional<Failed> failure(String unit) {
        return Optional.ofNullable(failed.get(unit));
    }

    /** Why that unit was skipped in this attempt. */
    public Optional<Skipped> skip(String unit) {
        return Optional.ofNullable(skipped.get(unit));
    }

    /** What preparing found. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** The fingerprint of the class of the outcomes; empty before the first was prepared. */
    public String fingerprint() {
        return fingerprint;
    }

    /** The stored result of the last attempt. */
    public Optional<Stored> result() {
        return Optional.ofNullable(result);
    }

    /** The error that ended the last attempt. */
    public Optional<RunException.Problem> error() {
        return Optional.ofNullable(error);
    }

    /** The last time that a process of the run's own died. */
    public Optional<JournalEntry.Perished> perished() {
        return Optional.ofNullable(perished);
    }

    /** Whether that unit ended in this attempt or was committed in any. */
    public boolean ended(String unit) {
        return committed.containsKey(unit) || failed.containsKey(unit) || skipped.containsKey(unit);
    }

    /** Time and memory of all attempts. */
    public StoredRun.Costs costs() {
        return costs;
    }

    /** The log, when it is kept. */
    public List<StoredRun.LogLine> log() {
        return log;
    }

    /** The metrics, when they are kept. */
    public List<StoredRun.Metric> metrics() {
        return metrics;
    }

    /** How far it is. */
    public UnitCounts counts() {
        Map<String, Unit> units = units();
        int done = 0;
        int restored = 0;
        for (Committed commit : committed.values()) {
            if (units.containsKey(commit.unit())) {
                done++;
                restored += commit.attempt() < attempts ? 1 : 0;
            }
        }
        return new UnitCounts(done, units.size(), restored, failed.size(), skipped.size());
    }
}
