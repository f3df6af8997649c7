package org.orrery.cli.commands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.cli.ExitCode;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;

/** {@code orrery model add|promote|demote|remove …}: gives the model of a run a name, and a version of a name a stage. */
final class ModelCommand implements Command {
    private static final String STAGE = "stage";

    /** What can be done, each with the words it takes. */
    private enum Action {
        ADD("RUN NAME", 2), PROMOTE("NAME@VERSION STAGE", 2), DEMOTE("NAME@STAGE", 1), REMOVE("NAME@VERSION", 1);

        private final String words;
        private final int count;

        Action(String words, int count) {
            this.words = words;
            this.count = count;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Syntax syntax() {
        return new Syntax("model", Messages.ModelCommand_operands, 1, 3,
                List.of(KeptModel.OPTION, Option.value(STAGE, "STAGE", Messages.ModelCommand_stage)), Messages.ModelCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException, IOException, InterruptedException {
        List<String> words = session.arguments().operands();
        Action action = action(words.get(0));
        if (words.size() != action.count + 1) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ModelCommand_words, action.word(), action.words));
        }
        return session.in(connection -> {
            long run = switch (action) {
                case ADD -> add(session, connection, words.get(1), words.get(2));
                case PROMOTE -> promote(session, connection, registry(connection).find(words.get(1)), words.get(2));
                case DEMOTE -> demote(session, connection, words.get(1));
                case REMOVE -> remove(session, connection, registry(connection).find(words.get(1)));
            };
            List<ModelVersion> now = new ModelRegistry(List.of(connection.folders().open(run).summary())).versions();
            List<Object> lines = new ArrayList<>();
            for (ModelVersion each : now) {
                lines.add(ModelsCommand.plain(session, each));
            }
            session.document(Map.of("models", lines));
            return ExitCode.COMPLETED;
        });
    }

    private static Action action(String word) throws RunException {
        for (Action action : Action.values()) {
            if (action.word().equals(word)) {
                return action;
            }
        }
        throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ModelCommand_badAction, word));
    }

    private static ModelRegistry registry(Connection connection) {
        return new ModelRegistry(connection.folders().list());
    }

    private static long add(Session session, Connection connection, String number, String name) throws RunException {
        KeptModel kept = KeptModel.of(session, connection.folders().open(Session.run(number)));
        RunSummary run = kept.run().summary();
        Optional<String> artifact = Optional.of(kept.artifact().id()).filter(id -> KeptModel.all(session, kept.run()).size() > 1);
        Optional<String> stage = session.arguments().value(STAGE);
        registry(connection).add(connection.runs(), run, name, artifact, stage);
        session.terminal().print(Messages.bind(Messages.ModelCommand_added, name, Long.toString(run.id())));
        stage.ifPresent(word -> session.terminal().print(Messages.bind(Messages.ModelCommand_promoted, name + '@' + run.id(), word)));
        return run.id();
    }

    private static long promote(Session session, Connection connection, ModelVersion version, String stage) throws RunException {
        registry(connection).promote(connection.runs(), version, stage);
        session.terminal().print(Messages.bind(Messages.ModelCommand_promoted, version.reference(), stage));
        return version.version();
    }

    private static long demote(Session session, Connection connection, String reference) throws RunException {
        ModelVersion version = registry(connection).find(reference);
        String stage = reference.substring(reference.indexOf('@') + 1);
        if (version.stages().stream().noneMatch(stage::equalsIgnoreCase)) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.ModelCommand_noStage, version.name() + '@' + ModelVersion.PRODUCTION));
        }
        registry(connection).demote(connection.runs(), version, stage);
        session.terminal().print(Messages.bind(Messages.ModelCommand_demoted, version.reference(), stage));
        return version.version();
    }

    private static long remove(Session session, Connection connection, ModelVersion version) throws RunException {
        registry(connection).remove(connection.runs(), version);
        session.terminal().print(Messages.bind(Messages.ModelCommand_removed, version.reference()));
        return version.version();
    }
}
