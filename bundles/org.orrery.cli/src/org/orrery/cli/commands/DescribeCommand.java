package org.orrery.cli.commands;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.cli.ExitCode;
import org.orrery.cli.Terminal;
import org.orrery.cli.options.Syntax;
import org.orrery.cli.output.AnalysisDocuments;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.AnalysisDescriptor.OutputDescriptor;
import org.orrery.jobs.RunException;

/** {@code orrery describe ANALYSIS}: its settings, inputs and outputs. */
final class DescribeCommand implements Command {
    @Override
    public Syntax syntax() {
        return new Syntax("describe", "ANALYSIS", 1, 1, List.of(), Messages.DescribeCommand_summary);
    }

    @Override
    public ExitCode run(Session session) throws RunException {
        AnalysisDescriptor analysis = session.services().analyses().find(session.arguments().operands().get(0));
        session.document(AnalysisDocuments.describe(analysis));
        Terminal terminal = session.terminal();
        terminal.print(analysis.name() + " (" + analysis.id() + " " + analysis.version() + ")");
        terminal.print(analysis.description());
        terminal.print("");
        terminal.print(Messages.DescribeCommand_inputs);
        analysis.inputs().forEach(input -> terminal.print("  " + input(input)));
        terminal.print("");
        terminal.print(Messages.DescribeCommand_settings);
        settings(terminal, analysis.settings().settings(), "");
        Optional<SettingsSchema<?>> questions = analysis.questions();
        if (questions.isPresent()) {
            terminal.print("");
            terminal.print(Messages.DescribeCommand_questions);
            settings(terminal, questions.get().settings(), "");
        }
        outputs(terminal, Messages.DescribeCommand_tables, analysis.tables());
        outputs(terminal, Messages.DescribeCommand_figures, analysis.figures());
        return ExitCode.COMPLETED;
    }

    private static String input(InputDescriptor input) {
        String most = input.max() < 0 ? Messages.DescribeCommand_any : String.valueOf(input.max());
        return Messages.bind(Messages.DescribeCommand_input, new Object[] {input.name(), input.label(), input.min(), most});
    }

    private static void settings(Terminal terminal, List<SettingDescriptor> settings, String prefix) {
        for (SettingDescriptor setting : settings) {
            terminal.print("  " + prefix + setting.name() + " (" + facts(setting) + ")");
            terminal.print("      " + setting.label() + ": " + setting.help());
            settings(terminal, setting.nested(), prefix + setting.name() + (setting.list() ? "[0]." : "."));
        }
    }

    private static String facts(SettingDescriptor setting) {
        StringBuilder facts = new StringBuilder(setting.list() ? Messages.bind(Messages.DescribeCommand_list, type(setting)) : type(setting));
        if (Double.isFinite(setting.min())) {
            facts.append(", ").append(Messages.bind(Messages.DescribeCommand_least, end(setting.min())));
        }
        if (Double.isFinite(setting.max())) {
            facts.append(", ").append(Messages.bind(Messages.DescribeCommand_most, end(setting.max())));
        }
        setting.defaultValue().map(DescribeCommand::shown).filter(text -> !text.isEmpty())
                .ifPresent(text -> facts.append(", ").append(Messages.bind(Messages.DescribeCommand_default, text)));
        return facts.append(setting.required() ? ", " + Messages.DescribeCommand_required : "").toString();
    }

    private static String type(SettingDescriptor setting) {
        return setting.kind() == Kind.CHOICE ? setting.choices().stream().map(Choice::id).collect(Collectors.joining(" | "))
                : setting.kind().id();
    }

    private static String shown(Object value) {
        return value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(",")) : value.toString();
    }

    private static String end(double end) {
        return end == Math.rint(end) && Math.abs(end) < 1e15 ? String.valueOf((long) end) : String.valueOf(end);
    }

    private static void outputs(Terminal terminal, String heading, List<OutputDescriptor> outputs) {
        if (!outputs.isEmpty()) {
            terminal.print("");
            terminal.print(heading);
            outputs.forEach(output -> terminal.print("  " + output.id() + ": " + output.description()));
        }
    }
}
