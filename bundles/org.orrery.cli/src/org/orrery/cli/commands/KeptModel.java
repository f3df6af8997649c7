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

/**
 * A model that a run keeps.
 *
 * @param artifact its file
 * @param scorer what applies it
 */
record KeptModel(StoredRun.Artifact artifact, Scorer scorer) {
    private static final String MODEL = "model";

    /** Says which, when a run keeps several. */
    static final Option OPTION = Option.value(MODEL, "ID", Messages.ScoreCommand_model);

    /** @throws RunException bad-usage when the run keeps none, or several and none was named */
    static KeptModel of(Session session, StoredRun run) throws RunException {
        List<KeptModel> kept = new ArrayList<>();
        for (StoredRun.Artifact artifact : run.artifacts()) {
            for (Scorer scorer : session.services().scorers()) {
                if (scorer.mediaType().equals(artifact.mediaType())) {
                    kept.add(new KeptModel(artifact, scorer));
                }
            }
        }
        Optional<String> asked = session.arguments().value(MODEL);
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
