package org.orrery.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.orrery.cli.options.CommonOptions;
import org.orrery.cli.options.Option;
import org.orrery.cli.options.Syntax;

/** What can be written. */
final class Help {
    private static final int WIDTH = 110;
    /** A longer head has a line of its own: one that says much must not squeeze the texts of all. */
    private static final int LONGEST_HEAD = 26;

    private final List<Syntax> commands;

    Help(List<Syntax> commands) {
        this.commands = commands;
    }

    String all() {
        List<String> lines = new ArrayList<>(List.of(Messages.CommandLine_help, "", Messages.CommandLine_commands));
        int width = width(commands.stream().map(Help::line));
        commands.forEach(command -> entry(lines, line(command), command.summary(), width));
        lines.addAll(List.of("", Messages.CommandLine_commonOptions));
        options(lines, CommonOptions.ALL);
        lines.add("");
        fold(lines, "", 0, Messages.CommandLine_exitCodes);
        lines.add(Messages.CommandLine_hint);
        return String.join(System.lineSeparator(), lines);
    }

    String of(Syntax command) {
        String usage = Messages.bind(Messages.CommandLine_helpCommand, line(command));
        List<String> lines = new ArrayList<>(List.of(usage, "", command.summary()));
        if (!command.options().isEmpty()) {
            lines.addAll(List.of("", Messages.CommandLine_options));
            options(lines, command.options());
        }
        lines.addAll(List.of("", Messages.CommandLine_commonOptions));
        options(lines, CommonOptions.ALL);
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(Syntax command) {
        return command.operands().isEmpty() ? command.word() : command.word() + " " + command.operands();
    }

    private static void options(List<String> lines, List<Option> options) {
        int width = width(options.stream().map(Help::option));
        for (Option option : options) {
            entry(lines, option(option), option.repeatable() ? option.help() + " " + Messages.CommandLine_repeats : option.help(), width);
        }
    }

    private static String option(Option option) {
        return "--" + option.name() + (option.takesValue() ? " " + option.argument() : "");
    }

    private static int width(Stream<String> heads) {
        return heads.mapToInt(String::length).filter(length -> length <= LONGEST_HEAD).max().orElse(LONGEST_HEAD);
    }

    /** One entry, with its text folded under itself. */
    private static void entry(List<String> lines, String head, String text, int width) {
        String begin = "  " + head;
        if (head.length() > width) {
            lines.add(begin);
            begin = "";
        }
        fold(lines, begin, width + 4, text);
    }

    private static void fold(List<String> lines, String begin, int indent, String text) {
        StringBuilder line = new StringBuilder(begin).append(" ".repeat(indent - begin.length()));
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > WIDTH && line.length() > indent) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(indent));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }
}
