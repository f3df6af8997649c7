package org.orrery.jobs.internal.run;

import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;

/**
 * Whether the files of a new run still hold what was imported from them, by digest. A file that is gone is no hindrance as long
 * as its values are kept: a run says so itself when they are not.
 */
final class InputCheck {
    private InputCheck() {
    }

    /** @throws RunException bad-data when a file has another content by now */
    static void check(DataStore data, List<RunRequest> requests) throws RunException {
        Set<Dataset> all = new LinkedHashSet<>();
        requests.forEach(request -> request.inputs().values().forEach(all::addAll));
        for (Dataset dataset : all) {
            check(data, dataset);
        }
    }

    private static void check(DataStore data, Dataset dataset) throws RunException {
        try {
            if (!data.isCurrent(dataset, Progress.NONE)) {
                throw new RunException(Code.BAD_DATA, Messages.bind(Messages.InputCheck_changed, dataset.name(), dataset.source()));
            }
        } catch (DataException e) {
            if (Files.exists(dataset.source())) {
                throw new RunException(List.of(new Problem(Code.valueOf(e.code().name()), "", e.getMessage(), Optional.of(e.where()))), e);
            }
        }
    }
}
