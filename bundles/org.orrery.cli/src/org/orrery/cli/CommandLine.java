package org.orrery.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.cli.Terminal.Talk;
import org.orrery.cli.commands.Command;
import org.orrery.cli.commands.Commands;
import org.orrery.cli.commands.Session;
import org.orrery.cli.options.ArgumentParser;
import org.orrery.cli.options.Arguments;
import org.orrery.cli.options.CommonOptions;
import org.orrery.cli.output.ErrorDocument;
import org.orrery.cli.output.Json;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

/** One command from its words to its exit code. Whatever goes wrong ends here, as a sentence. */
final class CommandLine {
    private final Terminal terminal;
    private final Services services;
    private final Interruption interruption;
    private final Path folder;
    private final String version;
    private final List<Command> commands = Commands.all();

    /**
     * @param folder the folder of the caller, which relative paths start from
     * @param version of the program
     */
    CommandLine(Terminal terminal, Services services, Interruption interruption, Path folder, String version) {
        this.terminal = terminal;
        this.services = services;
        this.interruption = interruption;
        this.folder = folder.toAbsolutePath().normalize();
        this.version = version;
    }

    ExitCode run(List<String> words) {
        terminal.configure(ArgumentParser.mentions(words, CommonOptions.JSON), talk(words));
        try {
            return carryOut(new ArgumentParser(commands.stream().map(Command::syntax).toList()).parse(words));
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return report(e);
        } finally {
            terminal.endProgress();
            interruption.finished();
        }
    }

    private static Talk talk(List<String> words) {
        if (ArgumentParser.mentions(words, CommonOptions.QUIET)) {
            return Talk.QUIET;
        }
        return ArgumentParser.mentions(words, CommonOptions.VERBOSE) ? Talk.VERBOSE : Talk.NORMAL;
    }

    private ExitCode carryOut(Arguments arguments) throws Exception {
        Optional<Command> command = commands.stream()
                .filter(candidate -> arguments.word().filter(candidate.syntax().word()::equals).isPresent()).findFirst();
        if (arguments.has(CommonOptions.HELP)) {
            Help help = new Help(commands.stream().map(Command::syntax).toList());
            String text = command.map(Command::syntax).map(help::of).orElseGet(help::all);
            say(text, Map.of("help", text));
            return ExitCode.COMPLETED;
        }
        if (arguments.has(CommonOptions.VERSION)) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("name", "orrery");
            document.put("version", version);
            say(Messages.bind(Messages.CommandLine_version, version), document);
            return ExitCode.COMPLETED;
        }
        return command.orElseThrow().run(new Session(arguments, terminal, services, interruption, folder));
    }

    private void say(String text, Map<String, Object> document) {
        if (terminal.json()) {
            terminal.document(Json.of(document));
        } else {
            terminal.print(text);
        }
    }

    private ExitCode report(Throwable trouble) {
        boolean interrupted = interruption.requested();
        RunException failure = Failures.of(trouble);
        Problem gravest = failure.problems().get(0);
        if (terminal.json()) {
            terminal.document(Json.of(ErrorDocument.of(gravest)));
        }
        for (Problem problem : failure.problems()) {
            terminal.error(ErrorDocument.sentence(problem));
        }
        if (terminal.verbose() && failure.code() == Code.INTERNAL) {
            StringWriter origin = new StringWriter();
            trouble.printStackTrace(new PrintWriter(origin));
            terminal.error(origin.toString());
        }
        return interrupted ? ExitCode.INTERRUPTED : ExitCode.of(failure.code());
    }
}
