package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.Unit;
import org.orrery.jobs.internal.codec.RecordCodec;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;

/**
 * The outcomes as a ledger has them at one moment, read from disk on demand.
 *
 * @param <O> the outcome of a unit
 */
public final class LedgerOutcomes<O> implements Outcomes<O> {
    private static final int BATCH = 256;
    private final RunFolder folder;
    private final UnitLedger ledger;
    private final UnitLedger.Moment moment;
    private final RecordCodec<O> codec;

    /** A view of this moment. */
    public LedgerOutcomes(RunFolder folder, UnitLedger ledger, RecordCodec<O> codec) {
        this.folder = folder;
        this.ledger = ledger;
        this.moment = ledger.moment();
        this.codec = codec;
    }

    @Override
    public List<Unit> units() {
        return moment.units();
    }

    @Override
    public Status status(String unitId) {
        return ledger.ending(unitId, moment).map(UnitLedger.Ending::status).orElse(Status.PENDING);
    }

    @Override
    public Optional<O> get(String unitId) {
        return commit(unitId).map(commit -> {
            try {
                return codec.decode(new ChainedFrames(folder.outcomes()).read(commit.outcome()).payload());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Optional<Committed> commit(String unitId) {
        return ledger.ending(unitId, moment).flatMap(UnitLedger.Ending::commit);
    }

    @Override
    public void forEach(BiConsumer<Unit, O> action) {
        // In batches: the file is opened seldom, and no more than a batch is in memory.
        List<Unit> units = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (Unit unit : moment.units()) {
            Optional<Committed> commit = commit(unit.id());
            if (commit.isPresent()) {
                units.add(unit);
                segments.add(commit.get().outcome());
            }
            if (units.size() == BATCH) {
                handOver(units, segments, action);
            }
        }
        handOver(units, segments, action);
    }

    private void handOver(List<Unit> units, List<Segment> segments, BiConsumer<Unit, O> action) {
        List<O> outcomes = new ArrayList<>();
        try {
            if (!segments.isEmpty()) {
                List<byte[]> payloads = new ArrayList<>();
                new ChainedFrames(folder.outcomes()).read(segments, frame -> payloads.add(frame.payload()));
                for (byte[] payload : payloads) {
                    outcomes.add(codec.decode(payload));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < outcomes.size(); i++) {
            action.accept(units.get(i), outcomes.get(i));
        }
        units.clear();
        segments.clear();
    }

    @Override
    public List<Gap> gaps() {
        return ledger.gaps(moment);
    }

    @Override
    public int succeeded() {
        return moment.succeeded();
    }

    @Override
    public StoredRows rows(String name) {
        List<Segment> segments = new ArrayList<>();
        for (Unit unit : moment.units()) {
            commit(unit.id()).ifPresent(commit -> segments.addAll(commit.rows().getOrDefault(name, List.of())));
        }
        return new SegmentRows(name, folder.rows(name), segments);
    }
}
