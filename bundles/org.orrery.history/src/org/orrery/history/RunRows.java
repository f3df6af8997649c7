package org.orrery.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.jobs.RunHistory.Query;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.UnitCounts;

/** Runs and their tags as rows, over one connection. Every statement is constant and prepared. */
final class RunRows {
    private static final long NANOS = 1_000_000_000L;
    private static final String COLUMNS = "id, analysis, name, state, submitted, started, finished, dataset, best_name, best_value,"
            + " units_done, units_total, units_restored, units_failed, units_skipped, resumable, note";
    private static final String INSERT = "INSERT INTO run (" + COLUMNS + ", folded_name, folded_note)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = "SELECT " + COLUMNS + " FROM run r WHERE (CAST(? AS VARCHAR(32000)) = '' OR state = ?)"
            + " AND (CAST(? AS VARCHAR(32000)) = '' OR analysis = ?)"
            + " AND (CAST(? AS VARCHAR(32000)) = '' OR folded_name LIKE ? ESCAPE '!' OR folded_note LIKE ? ESCAPE '!'"
            + " OR EXISTS (SELECT 1 FROM tag t WHERE t.run = r.id AND t.folded_word LIKE ? ESCAPE '!'))"
            + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY";
    private static final String TAGS = "SELECT run, word FROM tag WHERE run BETWEEN ? AND ? ORDER BY run, position";

    private final Connection connection;

    RunRows(Connection connection) {
        this.connection = connection;
    }

    /**
     * The run as its row gives it back: texts cut to what a column takes, and a headline figure that is not finite made NaN,
     * since the database stores neither NaN nor infinities.
     */
    static RunSummary storable(RunSummary run) {
        double best = Double.isFinite(run.bestValue()) ? run.bestValue() + 0.0 : Double.NaN;
        return new RunSummary(run.id(), cut(run.analysis(), 1000), cut(run.name(), 4000), run.state(), run.submitted(), run.started(),
                run.finished(), cut(run.dataset(), 4000), cut(run.bestName(), 1000), best, run.units(), run.resumable(),
                run.tags().stream().map(tag -> cut(tag, 1000)).toList(), cut(run.note(), 4000));
    }

    void put(Collection<RunSummary> runs) throws SQLException {
        remove(runs.stream().map(RunSummary::id).toList());
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement tag = connection
                        .prepareStatement("INSERT INTO tag (run, position, word, folded_word) VALUES (?, ?, ?, ?)")) {
            for (RunSummary run : runs) {
                bind(insert, storable(run));
                insert.addBatch();
            }
            insert.executeBatch();
            for (RunSummary run : runs) {
                addTags(tag, storable(run));
            }
            tag.executeBatch();
        }
    }

    void remove(Collection<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    List<RunSummary> find(Query query) throws SQLException {
        List<RunSummary> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            String state = query.state() == null ? "" : query.state().name();
            String pattern = "%" + folded(query.text()).replaceAll("([!%_])", "!$1") + "%";
            select.setString(1, state);
            select.setString(2, state);
            select.setString(3, query.analysis());
            select.setString(4, query.analysis());
            select.setString(5, query.text());
            select.setString(6, pattern);
            select.setString(7, pattern);
            select.setString(8, pattern);
            select.setInt(9, query.limit());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row));
                }
            }
        }
        return withTags(found);
    }

    private List<RunSummary> withTags(List<RunSummary> found) throws SQLException {
        if (found.isEmpty()) {
            return found;
        }
        Map<Long, List<String>> tags = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(TAGS)) {
            select.setLong(1, found.get(found.size() - 1).id());
            select.setLong(2, found.get(0).id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(row.getString(2));
                }
            }
        }
        found.replaceAll(run -> tags.containsKey(run.id()) ? tagged(run, tags.get(run.id())) : run);
        return found;
    }

    private static RunSummary tagged(RunSummary run, List<String> tags) {
        return new RunSummary(run.id(), run.analysis(), run.name(), run.state(), run.submitted(), run.started(), run.finished(),
                run.dataset(), run.bestName(), run.bestValue(), run.units(), run.resumable(), tags, run.note());
    }

    private static void bind(PreparedStatement insert, RunSummary run) throws SQLException {
        insert.setLong(1, run.id());
        insert.setString(2, run.analysis());
        insert.setString(3, run.name());
        insert.setString(4, run.state().name());
        insert.setLong(5, nanos(run.submitted()));
        setInstant(insert, 6, run.started());
        setInstant(insert, 7, run.finished());
        insert.setString(8, run.dataset());
        insert.setString(9, run.bestName());
        if (Double.isNaN(run.bestValue())) {
            insert.setNull(10, Types.DOUBLE);
        } else {
            insert.setDouble(10, run.bestValue());
        }
        insert.setInt(11, run.units().done());
        insert.setInt(12, run.units().total());
        insert.setInt(13, run.units().restored());
        insert.setInt(14, run.units().failed());
        insert.setInt(15, run.units().skipped());
        insert.setBoolean(16, run.resumable());
        insert.setString(17, run.note());
        insert.setString(18, cut(folded(run.name()), 4000));
        insert.setString(19, cut(folded(run.note()), 4000));
    }

    private static void addTags(PreparedStatement insert, RunSummary run) throws SQLException {
        for (int i = 0; i < run.tags().size(); i++) {
            insert.setLong(1, run.id());
            insert.setInt(2, i);
            insert.setString(3, run.tags().get(i));
            insert.setString(4, cut(folded(run.tags().get(i)), 1000));
            insert.addBatch();
        }
    }

    private static RunSummary read(ResultSet row) throws SQLException {
        double best = row.getDouble(10);
        best = row.wasNull() ? Double.NaN : best;
        UnitCounts units = new UnitCounts(row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14), row.getInt(15));
        return new RunSummary(row.getLong(1), row.getString(2), row.getString(3), state(row.getString(4)), instant(row.getLong(5)),
                instant(row, 6), instant(row, 7), row.getString(8), row.getString(9), best, units, row.getBoolean(16), List.of(),
                row.getString(17));
    }

    private static RunState state(String name) throws SQLException {
        try {
            return RunState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new SQLException("Not a state of a run: " + name, e);
        }
    }

    private static void setInstant(PreparedStatement insert, int index, Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            insert.setLong(index, nanos(instant.get()));
        } else {
            insert.setNull(index, Types.BIGINT);
        }
    }

    private static Optional<Instant> instant(ResultSet row, int index) throws SQLException {
        long nanos = row.getLong(index);
        return row.wasNull() ? Optional.empty() : Optional.of(instant(nanos));
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
