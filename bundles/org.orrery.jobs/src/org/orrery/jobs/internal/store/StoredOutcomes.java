package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.util.Optional;

import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.jobs.internal.codec.RecordCodec;

/** The outcomes of a run as its journal has them now, whoever works on it. */
public final class StoredOutcomes {
    private StoredOutcomes() {
    }

    /**
     * A view of this moment; empty when the stored outcomes have another shape.
     *
     * @throws IOException when the journal cannot be read
     */
    public static <O> Optional<Outcomes<O>> read(RunFolder folder, Class<O> type) throws IOException {
        RunImage image = new RunImage(false);
        image.replay(folder);
        RecordCodec<O> codec = new RecordCodec<>(type);
        if (!image.committed().isEmpty() && !image.fingerprint().equals(codec.fingerprint())) {
            return Optional.empty();
        }
        UnitLedger ledger = new UnitLedger();
        image.rounds().forEach(ledger::declare);
        for (Unit unit : image.units().values()) {
            if (image.committed().containsKey(unit.id())) {
                ledger.succeeded(image.committed().get(unit.id()), true);
            } else if (image.failure(unit.id()).isPresent()) {
                ledger.failed(unit.id(), image.failure(unit.id()).get().code(), image.failure(unit.id()).get().message());
            } else if (image.skip(unit.id()).isPresent()) {
                ledger.skipped(unit.id(), image.skip(unit.id()).get().message());
            }
        }
        return Optional.of(new LedgerOutcomes<>(folder, ledger, codec));
    }
}
