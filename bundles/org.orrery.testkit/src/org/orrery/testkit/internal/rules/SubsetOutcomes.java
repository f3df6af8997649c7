package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.Unit;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.testkit.internal.stage.Recording;

/**
 * Some of the outcomes of a recorded run, in memory; it counts how often an outcome is read.
 *
 * @param <O> the outcome of a unit
 */
final class SubsetOutcomes<O> implements Outcomes<O> {
    private final Recording recording;
    private final Map<String, Object> all;
    private final Set<String> succeeded;
    private final Set<String> failed;
    private long reads;

    SubsetOutcomes(Recording recording, Set<String> succeeded, Set<String> failed) {
        this.recording = recording;
        this.all = recording.outcomes();
        this.succeeded = succeeded;
        this.failed = failed;
    }

    long reads() {
        return reads;
    }

    @Override
    public List<Unit> units() {
        return recording.units();
    }

    @Override
    public Status status(String unitId) {
        return succeeded.contains(unitId) ? Status.SUCCEEDED : failed.contains(unitId) ? Status.FAILED : Status.PENDING;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<O> get(String unitId) {
        reads++;
        return succeeded.contains(unitId) ? Optional.of((O) all.get(unitId)) : Optional.empty();
    }

    @Override
    public void forEach(BiConsumer<Unit, O> action) {
        for (Unit unit : units()) {
            if (succeeded.contains(unit.id())) {
                action.accept(unit, get(unit.id()).orElseThrow());
            }
        }
    }

    @Override
    public List<Gap> gaps() {
        return units().stream().filter(unit -> failed.contains(unit.id()))
                .map(unit -> new Gap(unit, Status.FAILED, "The conformance kit left this unit out.")).toList();
    }

    @Override
    public int succeeded() {
        return succeeded.size();
    }

    @Override
    public StoredRows rows(String name) {
        List<Table> blocks = new ArrayList<>();
        for (Unit unit : units()) {
            if (succeeded.contains(unit.id())) {
                blocks.addAll(recording.rows(unit.id()).getOrDefault(name, List.of()));
            }
        }
        return new Blocks(name, blocks);
    }

    private record Blocks(String name, List<Table> blocks) implements StoredRows {
        @Override
        public Schema schema() {
            return blocks.isEmpty() ? new Schema(List.of()) : blocks.get(0).schema();
        }

        @Override
        public long count() {
            return blocks.stream().mapToLong(Table::rows).sum();
        }

        @Override
        public void forEachBlock(Consumer<Table> action) {
            blocks.forEach(action);
        }
    }
}
