package org.orrery.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the fixture tells outside of its workspace: which units began and which had done their work, with a mark for each kill.
 * A unit may begin again only when a kill hit it at work, or before its commit had reached the disk.
 */
final class Repeats {
    private static final String KILL = "KILL";
    private static final int THREADS = 2;
    private final Path file;
    private final String option;

    Repeats(Bench bench, String name) throws IOException {
        file = bench.work().resolve(name + ".witness");
        option = "-Dorrery.faults.witness=" + file;
        Files.deleteIfExists(file);
    }

    /** For the virtual machine of whoever does the units. */
    String option() {
        return option;
    }

    /** Whoever did the units is dead. */
    void killed() throws IOException {
        Files.writeString(file, KILL + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Counts, and says when a kill hit more units at work than there are threads; deletes the file. */
    void judge(Tally tally, String campaign, String where) throws IOException {
        Set<String> known = new TreeSet<>();
        Set<String> atWork = new TreeSet<>();
        long repeated = 0;
        long hit = 0;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.equals(KILL)) {
                if (atWork.size() > THREADS) {
                    tally.broken(campaign, where + ": a kill hit " + atWork.size() + " units at work");
                }
                hit += atWork.size();
                atWork.clear();
            } else if (line.startsWith("+")) {
                repeated += known.add(line.substring(1)) ? 0 : 1;
                atWork.add(line.substring(1));
            } else {
                atWork.remove(line.substring(1));
            }
        }
        tally.add(campaign + ".unitsHitAtWork", hit);
        tally.add(campaign + ".unitsRepeated", repeated);
        Files.deleteIfExists(file);
    }
}
