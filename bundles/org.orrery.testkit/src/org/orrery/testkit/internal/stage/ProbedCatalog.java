package org.orrery.testkit.internal.stage;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.ColumnType;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;

/** A catalogue of the one analysis under test, whose instances are observed by the probe of the moment. */
public final class ProbedCatalog implements AnalysisCatalog {
    private final AnalysisDescriptor subject;
    private volatile Probe probe = Probe.NONE;

    /** A catalogue of that analysis. */
    public ProbedCatalog(AnalysisDescriptor subject) {
        this.subject = Objects.requireNonNull(subject, "subject");
    }

    /** From now on instances are observed by that probe. */
    public void observe(Probe observer) {
        probe = observer;
    }

    /** The analysis as its bundle describes it, not observed. */
    public AnalysisDescriptor subject() {
        return subject;
    }

    @Override
    public List<AnalysisDescriptor> analyses() {
        return List.of(new Probed());
    }

    @Override
    public AnalysisDescriptor find(String id) throws RunException {
        if (!id.equals(subject.id())) {
            throw new RunException(RunException.Code.UNKNOWN_ANALYSIS, "Only " + subject.id() + " is under test, not " + id + ".");
        }
        return new Probed();
    }

    private final class Probed implements AnalysisDescriptor {
        @Override
        public String id() {
            return subject.id();
        }

        @Override
        public String name() {
            return subject.name();
        }

        @Override
        public String category() {
            return subject.category();
        }

        @Override
        public String description() {
            return subject.description();
        }

        @Override
        public String bundle() {
            return subject.bundle();
        }

        @Override
        public String version() {
            return subject.version();
        }

        @Override
        public List<InputDescriptor> inputs() {
            return subject.inputs();
        }

        @Override
        public List<ColumnType> requires() {
            return subject.requires();
        }

        @Override
        public List<String> keywords() {
            return subject.keywords();
        }

        @Override
        public Optional<URL> icon() {
            return subject.icon();
        }

        @Override
        public String helpId() {
            return subject.helpId();
        }

        @Override
        public List<OutputDescriptor> tables() {
            return subject.tables();
        }

        @Override
        public List<OutputDescriptor> figures() {
            return subject.figures();
        }

        @Override
        public SettingsSchema<?> settings() throws RunException {
            return subject.settings();
        }

        @Override
        public Analysis<?> create() throws RunException {
            return new ProbedAnalysis<>(subject.create(), probe);
        }
    }
}
