package org.orrery.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.orrery.cli.Failures;
import org.orrery.data.Column;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;

/** Tells of the data of a request what it takes in its file, and what its columns take where they are stored. */
final class DataNote {
    private DataNote() {
    }

    /** Prints a line for each data set, and gives them in plain form, by input. */
    static Map<String, Object> tell(Session session, RunRequest request) throws RunException {
        Map<String, Object> inputs = new LinkedHashMap<>();
        try (DataStore store = session.services().stores().open(session.workspace().resolve("cache"))) {
            request.inputs().forEach((input, datasets) -> inputs.put(input, datasets.stream().map(data -> tell(session, data, store.stored(data))).toList()));
        } catch (DataException e) {
            throw Failures.of(e);
        }
        return inputs;
    }

    private static Map<String, Object> tell(Session session, Dataset data, List<Long> stored) {
        long all = stored.stream().mapToLong(Long::longValue).sum();
        session.terminal().print(Messages.bind(Messages.DataNote_line,
                new Object[] {data.name(), data.rows(), data.schema().size(), data.bytes(), stored.isEmpty() ? Messages.DataNote_unknown : all}));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", data.name());
        plain.put("rows", data.rows());
        plain.put("fileBytes", data.bytes());
        plain.put("storedBytes", stored.isEmpty() ? null : all);
        List<Object> columns = new ArrayList<>();
        for (Column column : data.schema().columns()) {
            Map<String, Object> own = new LinkedHashMap<>();
            own.put("name", column.name());
            own.put("type", column.type().id());
            own.put("storedBytes", stored.isEmpty() ? null : stored.get(columns.size()));
            columns.add(own);
        }
        plain.put("columns", columns);
        return plain;
    }
}
