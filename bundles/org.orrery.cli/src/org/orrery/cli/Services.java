package org.orrery.cli;

import java.util.List;

import org.orrery.analysis.program.Programs;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.score.Scorer;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.RunReports;
import org.orrery.samples.Samples;

/** What the commands need from the other bundles. Each is looked up when it is first asked for, so that quick commands stay quick. */
public interface Services {
    /** @throws RunException internal when the program is not whole */
    Workspaces workspaces() throws RunException;

    /** @throws RunException internal when the program is not whole */
    AnalysisCatalog analyses() throws RunException;

    /** @throws RunException internal when the program is not whole */
    Samples samples() throws RunException;

    /** @throws RunException internal when the program is not whole */
    RunReports reports() throws RunException;

    /** What applies kept models to new data. */
    List<Scorer> scorers();

    /** @throws RunException internal when no monitor is installed */
    RunMonitors monitors() throws RunException;

    /** @throws RunException internal when the program is not whole */
    Programs programs() throws RunException;

    /** @throws RunException internal when the program is not whole */
    DataStores stores() throws RunException;

    /** This command in a process that stays. */
    Background background();

    /** The formats of pictures that are installed. */
    List<ChartRenderer> pictures();
}
