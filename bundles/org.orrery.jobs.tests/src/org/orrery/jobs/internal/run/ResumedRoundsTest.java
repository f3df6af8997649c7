package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

/**
 * Units that come after each other at random, in rounds that are asked for because of outcomes, some of which always fail: whatever
 * ends the run and however often, the resumed one comes to the document of a straight one.
 */
class ResumedRoundsTest {
    private static final int WEBS = 16;
    private static final int MOST_ENDS = 6;
    @TempDir
    Path folder;
    private int ends;

    @Test
    void whateverEndsARunOfManyRoundsItComesToTheDocumentOfAStraightOne() throws Exception {
        for (int web = 0; web < WEBS; web++) {
            SplittableRandom random = new SplittableRandom(web);
            Object[] settings = {"units", 3 + random.nextInt(8), "rounds", random.nextInt(5), "closing", random.nextBoolean(), "trouble", "web-" + web,
                    "millis", 3};
            Path place = folder.resolve(Integer.toString(web));
            Bench bench = new Bench();
            Workspace workspace = bench.open(place);
            try {
                RunSummary straight = Bench.finish(workspace, workspace.runs().submit(Bench.request(1, settings)));
                long run = workspace.runs().submit(Bench.request(1 + random.nextInt(3), settings));
                for (int end = random.nextInt(MOST_ENDS); end > 0; end--) {
                    if (random.nextBoolean()) {
                        // A new owner reads everything from the disk.
                        workspace.close();
                        workspace = bench.open(place);
                    } else {
                        end(workspace, run, random);
                    }
                    if (workspace.folders().open(run).summary().resumable()) {
                        workspace.runs().resume(run);
                    }
                }
                RunSummary resumed = Bench.finish(workspace, run);
                assertEquals(straight.state(), resumed.state(), "web " + web);
                assertEquals(Bench.comparable(workspace.folders(), 1), Bench.comparable(workspace.folders(), run), "web " + web);
            } finally {
                workspace.close();
            }
            assertEquals(List.of(), bench.reports);
        }
        assertTrue(ends > WEBS / 2, ends + " runs were ended before their time");
    }

    private void end(Workspace workspace, long run, SplittableRandom random) throws Exception {
        RunSummary now = workspace.folders().open(run).summary();
        int done = now.units().done() + random.nextInt(6);
        while (!workspace.runs().await(run, java.time.Duration.ofMillis(1)).state().ended() && workspace.runs().await(run,
                java.time.Duration.ZERO).units().done() < done) {
            continue;
        }
        switch (random.nextInt(4)) {
            case 0 -> workspace.runs().cancel(run);
            case 1 -> workspace.runs().stop(run);
            case 2 -> {
                workspace.runs().pause(run);
                workspace.runs().stop(run);
            }
            default -> workspace.runs().interrupt(run);
        }
        RunState state = Bench.finish(workspace, run).state();
        ends += state == RunState.CANCELLED || state == RunState.STOPPED_KEPT || state == RunState.INTERRUPTED ? 1 : 0;
    }
}
