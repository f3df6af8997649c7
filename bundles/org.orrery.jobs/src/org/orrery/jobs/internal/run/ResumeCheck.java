package org.orrery.jobs.internal.run;

import java.util.List;

import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;

/** Whether a stored run can go on and come to what it would have come to. */
final class ResumeCheck {
    private ResumeCheck() {
    }

    /** @throws RunException not-resumable: the analysis is gone or another, the settings do not fit it, the data changed */
    static RequestCheck check(AnalysisCatalog catalog, DataStore data, StoredRun stored) throws RunException {
        RequestCheck check = installed(catalog, stored);
        checkData(data, stored);
        return check;
    }

    private static RequestCheck installed(AnalysisCatalog catalog, StoredRun stored) throws RunException {
        RunRequest request = stored.request();
        RequestCheck check;
        try {
            check = RequestCheck.check(catalog, request);
        } catch (RunException e) {
            String reason = e.code() == Code.UNKNOWN_ANALYSIS
                    ? Messages.bind(Messages.OwnedRuns_notInstalled, stored.summary().id(), request.analysis())
                    : Messages.bind(Messages.OwnedRuns_dataGone, stored.summary().id(), e.getMessage());
            throw new RunException(Code.NOT_RESUMABLE, reason, e);
        }
        String before = stored.analysisVersion();
        String now = check.descriptor().version();
        if (!minor(before).equals(minor(now))) {
            throw new RunException(Code.NOT_RESUMABLE,
                    Messages.bind(Messages.OwnedRuns_version, new Object[] {stored.summary().id(), before, check.descriptor().bundle(), now}));
        }
        return check;
    }

    /** Major and minor version: a change of those may change what units do. */
    private static String minor(String version) {
        String[] parts = version.split("\\.");
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    private static void checkData(DataStore data, StoredRun stored) throws RunException {
        for (List<Dataset> datasets : stored.request().inputs().values()) {
            for (Dataset dataset : datasets) {
                try {
                    if (!data.isCurrent(dataset, Progress.NONE)) {
                        throw new RunException(Code.NOT_RESUMABLE,
                                Messages.bind(Messages.OwnedRuns_dataChanged, stored.summary().id(), dataset.source()));
                    }
                } catch (DataException e) {
                    throw new RunException(Code.NOT_RESUMABLE,
                            Messages.bind(Messages.OwnedRuns_dataGone, stored.summary().id(), e.getMessage()), e);
                }
            }
        }
    }
}
