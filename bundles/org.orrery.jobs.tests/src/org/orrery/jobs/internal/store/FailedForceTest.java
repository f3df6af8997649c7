package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.WriteSteps.Kind;

/**
 * The disk takes the bytes of a commit and then refuses to make them durable. The commit is told as failed although it may be there: it was
 * not acknowledged, so it may be lost, and it must not be done twice when it is not.
 */
class FailedForceTest {
    @TempDir
    Path folder;
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicReference<RunSummary> heard = new AtomicReference<>();

    private void before(Kind kind, Path path) throws IOException {
        if (kind == Kind.FORCE && path.endsWith("journal.orj") && left.decrementAndGet() == 0) {
            throw new IOException("The cable is loose");
        }
    }

    private static Map<String, Integer> doneTimes(StoredRun run) {
        Map<String, Integer> times = new HashMap<>();
        run.log().stream().map(StoredRun.LogLine::message).filter(message -> message.matches("Unit .* is done"))
                .forEach(message -> times.merge(message.split(" ")[1], 1, Integer::sum));
        return times;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13})
    void aCommitThatWasToldAsFailedIsEitherThereOrDoneAgainButNeverTwice(int force) throws Exception {
        List<String> before = new ArrayList<>();
        try (Workspace workspace = new Bench(this::before).open(folder)) {
            workspace.runs().addListener(new RunListener() {
                @Override
                public void changed(RunSummary run) {
                    heard.set(run);
                }
            });
            workspace.runs().queue().pause();
            long run = workspace.runs().submit(Bench.request(1, "units", 20, "millis", 1.0, "chain", true, "rows", 2));
            left.set(force);
            workspace.runs().queue().proceed();
            RunSummary end = Bench.finish(workspace, run);
            left.set(Integer.MAX_VALUE);
            assertFalse(end.state() == RunState.COMPLETED, "it is told: " + end);
            StoredRun stored = workspace.folders().open(run);
            assertEquals(end.state(), stored.summary().state());
            assertTrue(stored.error().orElseThrow().message().contains("The cable is loose"), stored.error().toString());
            RunImage image = new RunImage(false);
            image.replay(new RunFolder(folder.resolve("runs/" + run)));
            before.addAll(image.committed().keySet());
            assertTrue(before.size() >= end.units().done(), "what was shown as done is there: " + before + ", shown " + end.units().done());
        }
        try (Workspace workspace = new Bench().open(folder)) {
            workspace.runs().resume(1);
            RunSummary end = Bench.finish(workspace, 1);
            assertEquals(RunState.COMPLETED, end.state());
            assertEquals(before.size(), end.units().restored(), "what is there counts");
            Map<String, Integer> times = doneTimes(workspace.folders().open(1));
            before.forEach(unit -> assertEquals(1, times.get(unit), unit + " was done once: " + times));
            long straight = workspace.runs().submit(Bench.request(1, "units", 20, "millis", 1.0, "chain", true, "rows", 2));
            Bench.finish(workspace, straight);
            assertEquals(Bench.comparable(workspace.folders(), straight), Bench.comparable(workspace.folders(), 1));
        }
    }
}
