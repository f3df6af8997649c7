package org.orrery.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Workspaces;
import org.orrery.testkit.internal.rules.EndRules;
import org.orrery.testkit.internal.rules.FailureRules;
import org.orrery.testkit.internal.rules.HostileRules;
import org.orrery.testkit.internal.rules.LeftoverRules;
import org.orrery.testkit.internal.rules.ProcessRules;
import org.orrery.testkit.internal.rules.ResumeRules;
import org.orrery.testkit.internal.rules.RunRules;
import org.orrery.testkit.internal.rules.SettingsRules;
import org.orrery.testkit.internal.rules.StoredRules;
import org.orrery.testkit.internal.rules.SummaryRules;
import org.orrery.testkit.internal.rules.Trial;
import org.orrery.testkit.internal.rules.UiRules;
import org.orrery.testkit.internal.stage.Services;
import org.orrery.testkit.internal.stage.Stage;

/** All checks of an analysis, in workspaces of their own that are gone when the kit is closed. For one thread at a time. */
public final class ConformanceKit implements AutoCloseable {
    private final Stage stage;
    private final List<ConformanceCheck> checks;

    private ConformanceKit(Stage stage, Conformance conformance) {
        this.stage = stage;
        List<ConformanceCheck> all = new ArrayList<>();
        for (ConformanceCase each : conformance.cases()) {
            Trial trial = new Trial(stage, each, conformance.points());
            all.addAll(new RunRules(trial).checks());
            all.addAll(new SummaryRules(trial).checks());
            all.addAll(new EndRules(trial).checks());
            all.addAll(new ResumeRules(trial).checks());
            all.addAll(new ProcessRules(trial, conformance.subject()).checks());
            all.addAll(new UiRules(trial).checks());
            all.addAll(new FailureRules(trial).checks());
            all.addAll(new SettingsRules(trial).checks());
            all.addAll(new HostileRules(trial).checks());
            all.addAll(new StoredRules(trial).checks());
            all.addAll(new LeftoverRules(trial).checks());
        }
        this.checks = List.copyOf(all);
    }

    /**
     * A kit for that analysis, with the services of the OSGi framework in which it is called.
     *
     * @throws IllegalArgumentException when there is no case, or the analysis is not installed
     * @throws IllegalStateException outside OSGi, or when a service is missing
     */
    public static ConformanceKit open(Conformance conformance) {
        return open(conformance, Services.running());
    }

    /**
     * A kit with these services; it needs no OSGi, and leaves out what does.
     *
     * @throws IllegalArgumentException when there is no case, or the analysis is not installed
     */
    public static ConformanceKit open(Conformance conformance, Workspaces workspaces, AnalysisCatalog installed) {
        return open(conformance, new Services(workspaces, installed));
    }

    private static ConformanceKit open(Conformance conformance, Services services) {
        Objects.requireNonNull(conformance, "conformance");
        if (conformance.cases().isEmpty()) {
            throw new IllegalArgumentException("A conformance needs a case: with(ConformanceCase.of(…))");
        }
        try {
            return new ConformanceKit(new Stage(services, conformance), conformance);
        } catch (RunException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The checks; each can be run alone, any number of times. */
    public List<ConformanceCheck> checks() {
        return checks;
    }

    @Override
    public void close() {
        stage.close();
    }
}
