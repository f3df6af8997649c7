package org.orrery.cli.options;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.orrery.analysis.settings.Nearest;
import org.orrery.jobs.RunException;

/**
 * Takes the words of the command line apart: {@code --name value}, {@code --name=value} and switches in any place,
 * {@code --} before operands that begin with a dash, {@code -h} for help.
 */
public final class ArgumentParser {
    private final List<Syntax> commands;

    /** A parser for these commands. */
    public ArgumentParser(List<Syntax> commands) {
        this.commands = List.copyOf(commands);
    }

    /**
     * What these words mean. Help and version are asked for before anything else is checked.
     *
     * @throws RunException bad-usage with what is wrong and what was probably meant
     */
    public Arguments parse(List<String> words) throws RunException {
        Optional<String> word = word(words);
        boolean asked = asked(words);
        Optional<Syntax> syntax = word.flatMap(this::find);
        if (word.isPresent() && syntax.isEmpty()) {
            throw unknownWord(word.get());
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        List<String> operands = new ArrayList<>();
        boolean wordSeen = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String next = rest.next();
            if (next.equals("--")) {
                rest.forEachRemaining(operands::add);
            } else if (isOption(next)) {
                option(next, rest, syntax, options, asked);
            } else if (!wordSeen) {
                wordSeen = true;
            } else {
                operands.add(next);
            }
        }
        if (!asked) {
            check(syntax, operands);
        }
        return new Arguments(word, operands, options);
    }

    /** Whether the user wrote that switch, for errors that are met before the words are taken apart. */
    public static boolean mentions(List<String> words, String option) {
        return words.stream().takeWhile(word -> !word.equals("--")).anyMatch(word -> word.equals("--" + option));
    }

    private static boolean asked(List<String> words) {
        return mentions(words, CommonOptions.HELP) || mentions(words, CommonOptions.VERSION) || words.contains("-h");
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-';
    }

    /** The first word that is neither an option nor the value of one of every command. */
    private static Optional<String> word(List<String> words) {
        for (Iterator<String> rest = words.iterator(); rest.hasNext();) {
            String next = rest.next();
            if (next.equals("--")) {
                return Optional.empty();
            }
            if (!isOption(next)) {
                return Optional.of(next);
            }
            boolean takesNext = CommonOptions.ALL.stream().anyMatch(known -> known.takesValue() && next.equals("--" + known.name()));
            if (takesNext && rest.hasNext()) {
                rest.next();
            }
        }
        return Optional.empty();
    }

    private Optional<Syntax> find(String word) {
        return commands.stream().filter(command -> command.word().equals(word)).findFirst();
    }

    private void option(String word, Iterator<String> rest, Optional<Syntax> syntax, Map<String, List<String>> options, boolean asked)
            throws RunException {
        int equals = word.indexOf('=');
        String written = equals < 0 ? word : word.substring(0, equals);
        String name = written.equals("-h") ? CommonOptions.HELP : written.startsWith("--") ? written.substring(2) : "";
        List<Option> known = Stream.concat(syntax.stream().flatMap(command -> command.options().stream()), CommonOptions.ALL.stream())
                .toList();
        Optional<Option> option = known.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
        if (option.isEmpty()) {
            if (asked) {
                return;
            }
            Optional<String> nearest = Nearest.of(written.replaceFirst("^-+", ""), known.stream().map(Option::name).toList());
            throw refused(Nearest.hint(Messages.bind(Messages.ArgumentParser_unknownOption, written), nearest.map(near -> "--" + near)));
        }
        List<String> values = options.computeIfAbsent(name, any -> new ArrayList<>());
        if (!values.isEmpty() && option.get().takesValue() && !option.get().repeatable()) {
            throw usage(Messages.ArgumentParser_twice, written);
        }
        values.add(value(option.get(), equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1)), rest, asked));
    }

    private static String value(Option option, Optional<String> attached, Iterator<String> rest, boolean asked) throws RunException {
        if (!option.takesValue()) {
            if (attached.isPresent()) {
                throw usage(Messages.ArgumentParser_noValue, "--" + option.name());
            }
            return "";
        }
        if (attached.isPresent()) {
            return attached.get();
        }
        String next = rest.hasNext() ? rest.next() : "--";
        if (next.startsWith("--") && !asked) {
            throw usage(Messages.ArgumentParser_missingValue, "--" + option.name(), option.argument());
        }
        return next;
    }

    private static void check(Optional<Syntax> syntax, List<String> operands) throws RunException {
        if (syntax.isEmpty()) {
            throw usage(Messages.ArgumentParser_noWord);
        }
        Syntax command = syntax.get();
        if (operands.size() < command.least()) {
            throw usage(Messages.ArgumentParser_tooFew, command.word(), command.operands());
        }
        if (operands.size() > command.most()) {
            throw usage(Messages.ArgumentParser_tooMany, command.word(), operands.get(command.most()));
        }
    }

    private RunException unknownWord(String word) {
        List<String> known = commands.stream().map(Syntax::word).toList();
        return refused(Nearest.hint(Messages.bind(Messages.ArgumentParser_unknownWord, word, String.join(", ", known)), Nearest.of(word, known)));
    }

    private static RunException usage(String message, Object... arguments) {
        return refused(Messages.bind(message, Arrays.copyOf(arguments, arguments.length)));
    }

    private static RunException refused(String sentence) {
        return new RunException(RunException.Code.BAD_USAGE, sentence);
    }
}
