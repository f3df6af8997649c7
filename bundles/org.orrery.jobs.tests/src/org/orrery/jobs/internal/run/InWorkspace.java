package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;

/** Tests of the runs of one workspace: open before each, closed after it. */
abstract class InWorkspace {
    @TempDir
    Path folder;
    final Bench bench;
    Workspace workspace;

    InWorkspace() {
        this(new Bench());
    }

    InWorkspace(Bench bench) {
        this.bench = bench;
    }

    @BeforeEach
    void open() throws RunException {
        workspace = bench.open(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
        look(bench.reports);
    }

    /** Nothing is reported, unless the tests bring it about. */
    void look(List<String> reports) {
        assertEquals(List.of(), reports);
    }

    /** The end of a run of the fixture on two threads. */
    RunSummary finish(Object... settings) throws Exception {
        return Bench.finish(workspace, workspace.runs().submit(Bench.request(2, settings)));
    }
}
