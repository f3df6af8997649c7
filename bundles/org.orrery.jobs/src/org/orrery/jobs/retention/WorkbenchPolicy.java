package org.orrery.jobs.retention;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** The policy that the user has set in the workbench of a workspace, as others find it there. */
public final class WorkbenchPolicy {
    /** The node of its preferences. */
    public static final String NODE = "org.orrery.jobs";
    /** The node in which earlier versions kept them; it counts until the workbench has moved them. */
    public static final String FORMER_NODE = "org.orrery.ui";
    /** Runs that ended so many days ago go. */
    public static final String DAYS = "retention.days";
    /** So many of the newest stay. */
    public static final String COUNT = "retention.count";
    /** So much room all together may take. */
    public static final String MEBIBYTES = "retention.mebibytes";
    /** Whether those that could be resumed may go. */
    public static final String RESUMABLE = "retention.resumable";

    /** All of these. */
    public static final List<String> KEYS = List.of(DAYS, COUNT, MEBIBYTES, RESUMABLE);

    private WorkbenchPolicy() {
    }

    /** The policy of these values; what is negative does not count. */
    public static RetentionPolicy of(int days, int count, int mebibytes, boolean resumable) {
        return new RetentionPolicy(Duration.ofDays(Math.max(0, days)), Math.max(0, count), Math.max(0L, mebibytes) << 20, resumable);
    }

    /**
     * Reads it from the file in which the workbench keeps its preferences, whether a workbench is open or not; a change counts when it is
     * written there.
     *
     * @return one without a rule when nothing was set
     * @throws IOException when the file is there and cannot be read
     */
    public static RetentionPolicy read(Path workspace) throws IOException {
        Properties own = values(workspace, NODE);
        Properties values = KEYS.stream().anyMatch(own::containsKey) ? own : values(workspace, FORMER_NODE);
        return of(number(values, DAYS), number(values, COUNT), number(values, MEBIBYTES), Boolean.parseBoolean(values.getProperty(RESUMABLE)));
    }

    private static Properties values(Path workspace, String node) throws IOException {
        Path file = workspace.resolve(Path.of(".metadata", ".plugins", "org.eclipse.core.runtime", ".settings", node + ".prefs"));
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is no file of preferences", e);
            }
        }
        return values;
    }

    private static int number(Properties values, String key) {
        String text = values.getProperty(key, "0").strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
