package org.orrery.ui;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.ILog;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The data sets of the open workspace, kept in memory, so that parts can render them without reading a file. A service;
 * thread-safe.
 */
@Component(service = DatasetList.class)
public final class DatasetList {
    private final Workspace workspace;
    private final Collection<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> bin = ConcurrentHashMap.newKeySet();
    private final Object reading = new Object();
    private volatile List<Dataset> datasets = List.of();
    private volatile boolean loaded;

    /** Begins to read the catalogue. */
    @Activate
    public DatasetList(@Reference Workspace workspace) {
        this.workspace = workspace;
        Background.run(Messages.DatasetList_load, this::reload);
    }

    /** The workspace whose data sets these are. */
    public Workspace workspace() {
        return workspace;
    }

    /** Whether the catalogue has been read. */
    public boolean loaded() {
        return loaded;
    }

    /** All data sets in order of name but those in the bin. */
    public List<Dataset> datasets() {
        return datasets.stream().filter(dataset -> !bin.contains(dataset.name())).toList();
    }

    /** The data set of that name. */
    public Optional<Dataset> find(String name) {
        return datasets().stream().filter(dataset -> dataset.name().equals(name)).findFirst();
    }

    /** The data set with the content of that one, read in the same way: under its own name if there is one, else under another, since it may have been renamed. */
    public Optional<Dataset> like(Dataset other) {
        return datasets().stream().filter(dataset -> dataset.sha256().equals(other.sha256()) && dataset.options().equals(other.options()))
                .min(Comparator.comparing(dataset -> !dataset.name().equals(other.name())));
    }

    /** Keeps a data set; one of the same name is replaced. Writes a file: never on the user interface thread. */
    public void put(Dataset dataset) throws IOException {
        workspace.catalog().put(dataset);
        read();
        // Only now: before, the old one of that name would show for a moment.
        bin.remove(dataset.name());
        tell();
    }

    /** Forgets a data set; its file stays. Writes a file: never on the user interface thread. */
    public void remove(String name) throws IOException {
        workspace.catalog().remove(name);
        reload();
    }

    /**
     * Calls a data set otherwise; one in the bin that has the new name is forgotten for good. Writes files: never on the user interface thread.
     *
     * @throws RunException when another one has that name, or none the old
     */
    public void rename(String name, String next) throws IOException, RunException {
        if (!next.equals(name) && bin.contains(next)) {
            workspace.catalog().remove(next);
            bin.remove(next);
        }
        workspace.catalog().rename(name, next);
        reload();
    }

    /** Hides data sets at once; they can be taken out of the bin until the workbench closes. After a crash they are all back. */
    public void putIntoBin(List<String> names) {
        bin.addAll(names);
        tell();
    }

    /** Shows data sets again that were put into the bin. */
    public void takeOutOfBin(List<String> names) {
        bin.removeAll(names);
        tell();
    }

    /** Empties the bin for good: the workspace is about to close. */
    @Deactivate
    void emptyBin() {
        for (String name : bin) {
            try {
                workspace.catalog().remove(name);
            } catch (IOException e) {
                // It stays where it was; the next start shows it again.
                ILog.of(DatasetList.class).warn(e.getMessage(), e);
            }
        }
        bin.clear();
    }

    private void reload() {
        read();
        tell();
    }

    /** One after the other: what the slow reading at the start has found must not take the place of what was put in since. */
    private void read() {
        synchronized (reading) {
            datasets = List.copyOf(workspace.catalog().datasets());
            loaded = true;
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Adds a listener that is called from any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes a listener away. */
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }
}
