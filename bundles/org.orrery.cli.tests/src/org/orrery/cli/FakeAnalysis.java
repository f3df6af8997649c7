package org.orrery.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.Names;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.AnalysisDescriptor;

/** What plugin.xml would say of an analysis. */
record FakeAnalysis(String id, List<InputDescriptor> inputs) implements AnalysisDescriptor {
    FakeAnalysis(String id) {
        this(id, List.of(new InputDescriptor("data", "Data", 1, 1)));
    }

    @Override
    public String name() {
        return "Fake " + id;
    }

    @Override
    public String category() {
        return "Tests";
    }

    @Override
    public String description() {
        return "Does nothing.";
    }

    @Override
    public String bundle() {
        return "org.orrery.fake";
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public List<OutputDescriptor> tables() {
        return List.of(new OutputDescriptor("leaderboard", "One row for each model."));
    }

    @Override
    public List<OutputDescriptor> figures() {
        return List.of(new OutputDescriptor("bestModel", "The best model."));
    }

    @Override
    public Names names() {
        Map<String, String> models = Map.of("tree", "Decision tree");
        return new Names(Map.of("model", models, "bestModel", models), Map.of("svm", "Support vectors", "fold-#", "fold {0}"), Map.of("accuracy", "Accuracy"));
    }

    @Override
    public Optional<SettingsSchema<?>> questions() {
        return Optional.empty();
    }

    @Override
    public SettingsSchema<?> settings() {
        return SettingsSchema.of(FakeSettings.class);
    }

    @Override
    public Analysis<?> create() {
        throw new UnsupportedOperationException("Nothing is run here");
    }
}
