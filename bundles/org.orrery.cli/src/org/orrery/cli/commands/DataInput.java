package org.orrery.cli.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.cli.Interruption;
import org.orrery.cli.Terminal;
import org.orrery.cli.options.ReadOptionsReader;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.Connection;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;

/** Reads the files of {@code --data} into a workspace. */
final class DataInput {
    /** A file for an input. */
    record Source(String input, Path file, Optional<String> sheet) {
    }

    private final Session session;

    DataInput(Session session) {
        this.session = session;
    }

    /**
     * Which file is for which input. {@code NAME=} is what stands before the first {@code =} when it is the name of an
     * input; every other text is a file, so that names of files may hold {@code =} and drives may hold {@code :}.
     *
     * @throws RunException bad-usage when files are missing, or when it is not clear what they are for
     */
    List<Source> sources(AnalysisDescriptor analysis, List<String> written) throws RunException {
        List<Source> sources = new ArrayList<>();
        for (String text : written) {
            sources.add(source(analysis, text));
        }
        for (InputDescriptor input : analysis.inputs()) {
            long count = sources.stream().filter(source -> source.input().equals(input.name())).count();
            if (count < input.min() || input.max() >= 0 && count > input.max()) {
                String most = input.max() < 0 ? Messages.DescribeCommand_any : String.valueOf(input.max());
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.DataInput_count,
                        new Object[] {analysis.id(), input.name(), input.min(), most, count}));
            }
        }
        return sources;
    }

    private Source source(AnalysisDescriptor analysis, String text) throws RunException {
        List<String> names = analysis.inputs().stream().map(InputDescriptor::name).toList();
        if (names.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.DataInput_none, analysis.id()));
        }
        int equals = text.indexOf('=');
        boolean named = equals > 0 && names.contains(text.substring(0, equals));
        String file = named ? text.substring(equals + 1) : text;
        if (!named && names.size() > 1) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.DataInput_name,
                    new Object[] {analysis.id(), text, names.stream().collect(Collectors.joining(", "))}));
        }
        if (file.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.DataInput_empty);
        }
        return atSheet(named ? text.substring(0, equals) : names.get(0), file);
    }

    private Source atSheet(String input, String written) throws RunException {
        int mark = written.lastIndexOf('#');
        Path whole = session.path(written);
        if (mark <= 0 || Files.exists(whole)) {
            return new Source(input, whole, Optional.empty());
        }
        return new Source(input, session.path(written.substring(0, mark)), Optional.of(written.substring(mark + 1)));
    }

    /** Reads the files and keeps them in the catalogue of the workspace. */
    Map<String, List<Dataset>> read(Connection connection, List<Source> sources) throws RunException {
        Map<String, List<Dataset>> inputs = new LinkedHashMap<>();
        ReadOptionsReader options = new ReadOptionsReader(session.arguments());
        for (Source source : sources) {
            String name = source.file().getFileName() == null ? source.file().toString() : source.file().getFileName().toString();
            Dataset dataset = connection.importFile(source.file(), options.read(source.sheet()), progress(name));
            dataset.warnings().forEach(warning -> session.terminal().message(name + ": " + sentence(warning)));
            inputs.computeIfAbsent(source.input(), any -> new ArrayList<>()).add(dataset);
        }
        return inputs;
    }

    /** What was decided about the file, and the option that decides otherwise. */
    private static String sentence(DataWarning warning) {
        return warning.option().isEmpty() ? warning.message()
                : Messages.bind(Messages.DataInput_decides, warning.message(), "--" + warning.option());
    }

    /** The one file of a command whose data have no name. */
    Source single(String written) throws RunException {
        if (written.isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.DataInput_empty);
        }
        return atSheet("", written);
    }

    Progress progress(String name) {
        Terminal terminal = session.terminal();
        Interruption interruption = session.interruption();
        return new Progress() {
            @Override
            public void worked(long done, long total) {
                if (total > 0) {
                    terminal.progress(Messages.bind(Messages.DataInput_reading, name, Math.min(100, 100 * done / total)));
                }
            }

            @Override
            public void checkCancelled() {
                interruption.check();
            }
        };
    }
}
