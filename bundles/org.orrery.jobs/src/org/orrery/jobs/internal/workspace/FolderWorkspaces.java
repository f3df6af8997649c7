package org.orrery.jobs.internal.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.orrery.data.DataException;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunHistories;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.internal.lease.WorkspaceLock;
import org.orrery.jobs.internal.store.DirectoryRunFolders;

/** Opens workspaces in folders. Knows nothing of OSGi, so that tests need no framework. */
public class FolderWorkspaces implements Workspaces {
    private final DataStores stores;
    private final RunHistories histories;
    private final AnalysisCatalog analyses;
    private final DurableFiles files;
    private final Reporter reporter;

    /**
     * Opens workspaces.
     *
     * @param steps is told of every write
     */
    public FolderWorkspaces(DataStores stores, RunHistories histories, AnalysisCatalog analyses, WriteSteps steps, Reporter reporter) {
        this.stores = stores;
        this.histories = histories;
        this.analyses = analyses;
        this.files = new DurableFiles(steps);
        this.reporter = reporter;
    }

    @Override
    public Workspace open(Path folder) throws RunException {
        return open(folder, analyses);
    }

    @Override
    public Workspace open(Path folder, AnalysisCatalog installed) throws RunException {
        Path place = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
            ProcessIdentity self = ProcessIdentity.own();
            Optional<WorkspaceLock> lock = WorkspaceLock.take(place, self);
            if (lock.isEmpty()) {
                throw locked(place);
            }
            return own(place, lock.get(), self, installed);
        } catch (IOException | DataException e) {
            throw new RunException(Code.WORKSPACE_LOCKED, Messages.bind(Messages.FolderWorkspaces_unusable, place, e.getMessage()), e);
        }
    }

    private Workspace own(Path place, WorkspaceLock lock, ProcessIdentity self, AnalysisCatalog installed)
            throws IOException, DataException {
        boolean opened = false;
        try {
            Workspace workspace = new OwnedWorkspace(place, lock, self, files, stores, histories, installed, reporter);
            opened = true;
            return workspace;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static RunException locked(Path place) {
        return new RunException(Code.WORKSPACE_LOCKED, WorkspaceLock.holder(place)
                .map(holder -> Messages.bind(Messages.FolderWorkspaces_locked,
                        new Object[] {place, Long.toString(holder.pid()), holder.user(), holder.host(), holder.started()}))
                .orElse(Messages.bind(Messages.FolderWorkspaces_lockedUnknown, place)));
    }

    @Override
    public RunFolders read(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        return new DirectoryRunFolders(place.resolve("runs"), owner -> WorkspaceLock.dead(place, owner), reporter);
    }
}
