package org.orrery.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.orrery.data.Dataset;

/** The data sets that the user keeps in a workspace, as files. Thread-safe; never call it on the user interface thread. */
public interface Catalog {
    /** All data sets, in order of name. */
    List<Dataset> datasets();

    /** Keeps a data set; one of the same name is replaced. */
    void put(Dataset dataset) throws IOException;

    /** Keeps a data set that a run has made; one of the same name is replaced. */
    void put(Dataset dataset, Lineage lineage) throws IOException;

    /** Where the data set of that name comes from; empty when no run has made it. */
    Optional<Lineage> lineage(String name) throws IOException;

    /** Forgets a data set; its file stays. */
    void remove(String name) throws IOException;

    /**
     * Calls a data set otherwise; what it was made from goes along, its file stays where it is. After a crash in the middle it may have both names.
     *
     * @return the data set under its new name
     * @throws RunException bad-usage when there is none of the old name, when another one has the new name, or when that is blank
     */
    Dataset rename(String name, String next) throws IOException, RunException;
}
