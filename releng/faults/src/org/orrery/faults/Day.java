package org.orrery.faults;

import java.nio.file.Files;
import java.nio.file.Path;

/** The soak among the campaigns: half a minute in the short form, a whole day of 24 minutes in the long one. */
final class Day implements Campaign {
    private static final double SHORT_SECONDS = 18;
    private static final double LONG_SECONDS = 1_440;

    @Override
    public String id() {
        return "soak";
    }

    @Override
    public String title() {
        return "a day in minutes";
    }

    @Override
    public void run(Bench bench, Tally tally) throws Exception {
        Path folder = bench.work().resolve("soak");
        if (!bench.longForm() || !Files.isDirectory(folder)) {
            folder = bench.folder("soak");
        }
        Soak soak = new Soak(folder, Path.of(System.getProperty("orrery.engine.archive")), bench.longForm() ? LONG_SECONDS : SHORT_SECONDS, 1);
        if (!soak.run()) {
            tally.broken("soak", "something acknowledged was lost, or something grows; it is said above");
        }
        tally.add("soak.days", 1);
        tally.store();
    }
}
