package org.orrery.jobs.internal.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.Runs;

/** A connection of the owner to its own workspace. */
final class OwnConnection implements Connection {
    private final OwnedWorkspace workspace;

    OwnConnection(OwnedWorkspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Path folder() {
        return workspace.folder();
    }

    @Override
    public Optional<Owner> owner() {
        return Optional.empty();
    }

    @Override
    public Runs runs() {
        return workspace.runs();
    }

    @Override
    public RunFolders folders() {
        return workspace.folders();
    }

    @Override
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws RunException {
        return workspace.importFile(file.toAbsolutePath(), options, progress);
    }

    @Override
    public Dataset rename(String name, String next) throws RunException {
        return workspace.rename(name, next);
    }

    @Override
    public boolean retire(Duration limit) throws InterruptedException {
        return workspace.retire(limit);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
