package org.orrery.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * One embedded Derby database. Not thread-safe, and never to be used from a thread that may be interrupted: an interrupt
 * costs Derby its connection.
 */
final class Database {
    /** What goes on over one connection, in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final String CLOSED_CLEANLY = "08006";
    private static final String BOOTED_ELSEWHERE = "XSDB6";

    private final Path folder;

    private Database(Path folder) {
        this.folder = folder;
    }

    /**
     * Boots the database in {@code home}, made when it is not there, and brings its tables up to date.
     *
     * @throws IOException with a sentence when another process has it, or the folder cannot hold a database
     * @throws SQLException when it is damaged or newer than this version
     */
    static Database open(Path home) throws IOException, SQLException {
        Path folder = home.resolve("index").toAbsolutePath();
        if (folder.toString().indexOf(';') >= 0) {
            throw new IOException(Messages.bind(Messages.Database_folderName, home));
        }
        Files.createDirectories(home);
        // The engine reads these once, when the first database of the process boots: its log must not land in the caller's folder.
        System.setProperty("derby.system.home", home.toAbsolutePath().toString());
        System.setProperty("derby.stream.error.file", home.resolve("derby.log").toAbsolutePath().toString());
        Database database = new Database(folder);
        try {
            database.boot(home);
        } catch (SQLException e) {
            database.shutDown();
            throw e;
        }
        return database;
    }

    private void boot(Path home) throws IOException, SQLException {
        EmbeddedDataSource source = source();
        source.setCreateDatabase("create");
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new Migrations().bringUpToDate(connection);
            connection.commit();
            check(connection);
            connection.commit();
        } catch (SQLException e) {
            if (isState(e, BOOTED_ELSEWHERE)) {
                throw new IOException(Messages.bind(Messages.Database_inUse, home), e);
            }
            throw e;
        }
    }

    /** Compares tables with their indexes: a lost log can leave them apart without any error on opening. */
    private static void check(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT SYSCS_UTIL.SYSCS_CHECK_TABLE(s.schemaname, t.tablename) FROM sys.sysschemas s, sys.systables t"
                        + " WHERE s.schemaid = t.schemaid AND t.tabletype = 'T'");
                ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                results.getInt(1);
            }
        }
    }

    /** Does the work over a connection of its own and commits. */
    <T> T transact(Work<T> work) throws SQLException {
        try (Connection connection = source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Shuts the database down, cleanly if it can. Says whether it could. */
    boolean shutDown() {
        EmbeddedDataSource source = source();
        source.setShutdownDatabase("shutdown");
        try {
            source.getConnection().close();
            return false;
        } catch (SQLException e) {
            // Derby reports a clean shutdown as an exception of this state.
            return isState(e, CLOSED_CLEANLY);
        }
    }

    private EmbeddedDataSource source() {
        EmbeddedDataSource source = new EmbeddedDataSource();
        source.setDatabaseName(folder.toString());
        return source;
    }

    private static boolean isState(SQLException trouble, String state) {
        for (SQLException e = trouble; e != null; e = e.getNextException()) {
            if (state.equals(e.getSQLState())) {
                return true;
            }
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException inner && state.equals(inner.getSQLState())) {
                    return true;
                }
            }
        }
        return false;
    }
}
