package org.orrery.cli.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.score.Scorer;
import org.orrery.cli.options.Option;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;

/**
 * A model that a run keeps.
 *
 * @param run the run
 * @param artifact its file
 * @param scorer what applies it
 */
record KeptModel(StoredRun run, StoredRun.Artifact artifact, Scorer scorer) {
    private static final String MODEL = "model";

    /** Says which, when a run keeps several. */
    static final Option OPTION = Option.value(MODEL, "ID", Messages.ScoreCommand_model);
    /** The same where a model can also be named without its run. */
    static final Option NAMED = Option.value(MODEL, "ID|NAME@STAGE", Messages.ScoreCommand_named);

    /**
     * The model of the run that the first operand names, else the one that is registered by the name which the option gives.
     *
     * @param operands how many there are when the first is a run
     * @throws RunException bad-usage when neither is given, or both; as {@link #of}
     */
    static KeptModel chosen(Session session, int operands) throws RunException {
        Optional<String> asked = session.arguments().value(MODEL);
        boolean run = session.arguments().operands().size() == operands;
        if (run ? asked.filter(ModelRegistry::isReference).isPresent() : asked.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.ScoreCommand_noModel);
        }
        return run ? of(session, session.reader().open(session.run())) : of(session, session.models().find(asked.get()));
    }

    private static KeptModel of(Session session, ModelVersion version) throws RunException {
        Optional<String> artifact = Optional.of(version.artifact()).filter(id -> !id.isEmpty());
        return pick(session, session.reader().open(version.version()), artifact);
    }

    /** @throws RunException bad-usage when the run keeps none, or several and none was named */
    static KeptModel of(Session session, StoredRun run) throws RunException {
        return pick(session, run, session.arguments().value(MODEL));
    }

    /** Those that a run keeps and that can be applied. */
    static List<KeptModel> all(Session session, StoredRun run) {
        List<KeptModel> kept = new ArrayList<>();
        for (StoredRun.Artifact artifact : run.artifacts()) {
            for (Scorer scorer : session.services().scorers()) {
                if (scorer.mediaType().equals(artifact.mediaType())) {
                    kept.add(new KeptModel(run, artifact, scorer));
                }
            }
        }
        return kept;
    }

    private static KeptModel pick(Session session, StoredRun run, Optional<String> asked) throws RunException {
        List<KeptModel> kept = all(session, run);
        List<String> ids = kept.stream().map(each -> each.artifact().id()).toList();
        List<KeptModel> chosen = kept.stream().filter(each -> asked.isEmpty() || each.artifact().id().equals(asked.get())
                || each.artifact().id().equals("model." + asked.get())).toList();
        if (kept.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ScoreCommand_none, run.summary().id()));
        }
        if (chosen.size() != 1) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ScoreCommand_which, run.summary().id(), String.join(", ", ids)));
        }
        return chosen.get(0);
    }

    /** What is wrong with the model, or with what it was asked. */
    static RunException refused(AnalysisException e) {
        return new RunException(List.of(new Problem(Code.valueOf(e.code().name()), e.setting().orElse(""), e.getMessage(), e.where())), e);
    }
}
