package org.orrery.jobs.internal.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Input;
import org.orrery.analysis.Inputs;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Table;

/** The data sets of a run, read through a data store. */
final class StoreInputs implements Inputs {
    private final Map<String, List<Input>> byName = new HashMap<>();

    StoreInputs(DataStore store, Map<String, List<Dataset>> datasets) {
        datasets.forEach((name, all) -> byName.put(name, all.stream().<Input>map(dataset -> new StoreInput(store, dataset)).toList()));
    }

    @Override
    public List<Input> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    private record StoreInput(DataStore store, Dataset dataset) implements Input {
        @Override
        public Table table(List<String> columns, Progress progress) throws AnalysisException {
            try {
                return store.table(dataset, columns, progress);
            } catch (DataException e) {
                throw new AnalysisException(e);
            }
        }

        @Override
        public ColumnBlocks blocks(List<String> columns) throws AnalysisException {
            try {
                return store.blocks(dataset, columns);
            } catch (DataException e) {
                throw new AnalysisException(e);
            }
        }
    }
}
