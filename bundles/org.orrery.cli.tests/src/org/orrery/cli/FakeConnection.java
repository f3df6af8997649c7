package org.orrery.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.Runs;

/** A connection to a workspace in memory, whose owner is this process or another one. */
record FakeConnection(FakeWorkspace workspace, Optional<Owner> owner) implements Connection {
    @Override
    public Path folder() {
        return workspace.folder();
    }

    @Override
    public Runs runs() {
        return workspace;
    }

    @Override
    public RunFolders folders() {
        return workspace;
    }

    @Override
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException {
        try {
            Dataset dataset = workspace.importFile(file, options, progress);
            workspace.put(dataset);
            return dataset;
        } catch (DataException e) {
            RunException.Code code = RunException.Code.valueOf(e.code().name());
            throw new RunException(List.of(new RunException.Problem(code, "", e.getMessage(), Optional.of(e.where()))), e);
        }
    }

    @Override
    public Dataset rename(String name, String next) throws RunException {
        return workspace.rename(name, next);
    }

    @Override
    public boolean retire(Duration limit) {
        workspace.calls.add("retire");
        return workspace.others-- <= 0;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
