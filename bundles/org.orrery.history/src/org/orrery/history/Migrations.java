package org.orrery.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings the tables of a database to the version that this program knows, step by step. A later version adds a step at the
 * end; a step that has been released is never changed.
 */
final class Migrations {
    /** The steps; the first makes version 1. Each is a list of statements, all of them constant. */
    private static final List<List<String>> STEPS = List.of(List.of("""
            CREATE TABLE run (
                id BIGINT NOT NULL PRIMARY KEY,
                analysis VARCHAR(1000) NOT NULL,
                name VARCHAR(4000) NOT NULL,
                folded_name VARCHAR(4000) NOT NULL,
                state VARCHAR(30) NOT NULL,
                submitted BIGINT NOT NULL,
                started BIGINT,
                finished BIGINT,
                dataset VARCHAR(4000) NOT NULL,
                best_name VARCHAR(1000) NOT NULL,
                best_value DOUBLE,
                units_done INTEGER NOT NULL,
                units_total INTEGER NOT NULL,
                units_restored INTEGER NOT NULL,
                units_failed INTEGER NOT NULL,
                units_skipped INTEGER NOT NULL,
                resumable BOOLEAN NOT NULL)""", """
            CREATE INDEX run_by_analysis ON run (analysis)""", """
            CREATE INDEX run_by_state ON run (state)""", """
            CREATE TABLE tag (
                run BIGINT NOT NULL REFERENCES run ON DELETE CASCADE,
                position INTEGER NOT NULL,
                word VARCHAR(1000) NOT NULL,
                folded_word VARCHAR(1000) NOT NULL,
                PRIMARY KEY (run, position))"""), List.of("""
            ALTER TABLE run ADD COLUMN note VARCHAR(4000) NOT NULL DEFAULT ''""", """
            ALTER TABLE run ADD COLUMN folded_note VARCHAR(4000) NOT NULL DEFAULT ''"""));

    /** @throws SQLException also when the tables are of a newer version, which this program must not touch */
    void bringUpToDate(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > STEPS.size()) {
            throw new SQLException("The history has version " + version + ", this program knows " + STEPS.size());
        }
        for (int step = version; step < STEPS.size(); step++) {
            for (String statement : STEPS.get(step)) {
                execute(connection, statement);
            }
        }
        if (version < STEPS.size()) {
            try (PreparedStatement update = connection.prepareStatement("UPDATE history_version SET version = ?")) {
                update.setInt(1, STEPS.size());
                update.executeUpdate();
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        if (!hasVersionTable(connection)) {
            execute(connection, "CREATE TABLE history_version (version INTEGER NOT NULL)");
            execute(connection, "INSERT INTO history_version VALUES (0)");
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT version FROM history_version");
                ResultSet results = select.executeQuery()) {
            if (!results.next()) {
                throw new SQLException("The history has lost its version");
            }
            return results.getInt(1);
        }
    }

    private static boolean hasVersionTable(Connection connection) throws SQLException {
        try (PreparedStatement select = connection
                .prepareStatement("SELECT 1 FROM sys.systables WHERE tablename = 'HISTORY_VERSION'");
                ResultSet results = select.executeQuery()) {
            return results.next();
        }
    }

    private static void execute(Connection connection, String constant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(constant)) {
            statement.executeUpdate();
        }
    }
}
