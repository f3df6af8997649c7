package org.orrery.cli.options;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.orrery.data.ColumnType;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunException;

/** The options that say how data files are read. */
public final class ReadOptionsReader {
    private static final String IGNORE = "ignore";

    /** The options themselves, for the syntax of commands that read data. */
    public static final List<Option> OPTIONS = List.of(Option.value("delimiter", "CHAR", Messages.ReadOptionsReader_delimiter),
            Option.value("quote", "CHAR", Messages.ReadOptionsReader_quote),
            Option.value("encoding", "NAME", Messages.ReadOptionsReader_encoding),
            Option.value("header", "yes|no", Messages.ReadOptionsReader_header),
            Option.value("decimal", "CHAR", Messages.ReadOptionsReader_decimal),
            Option.value("missing", "TEXT,…", Messages.ReadOptionsReader_missing),
            Option.values("types", "COLUMN=TYPE,…", Messages.ReadOptionsReader_types),
            Option.value("zone", "ZONE", Messages.ReadOptionsReader_zone));

    private final Arguments arguments;

    /** Reads from these arguments. */
    public ReadOptionsReader(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * The options for one file.
     *
     * @param sheet the sheet of a workbook
     * @throws RunException bad-usage for a value that cannot be meant
     */
    public ReadOptions read(Optional<String> sheet) throws RunException {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        List<String> ignored = new ArrayList<>();
        for (String given : arguments.values("types")) {
            types(given, types, ignored);
        }
        List<String> missing = arguments.value("missing").map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
        return ReadOptions.DETECT.change().delimiter(delimiter().orElse(null)).quote(character("quote").orElse(null))
                .encoding(encoding().orElse(null)).header(header().orElse(null)).decimal(character("decimal").orElse(null))
                .missing(missing).types(types).ignored(ignored).zone(zone().orElse(null)).sheet(sheet.orElse(null)).options();
    }

    private Optional<String> delimiter() throws RunException {
        Optional<String> given = arguments.value("delimiter").map(text -> text.equals("\\t") || text.equals("tab") ? "\t" : text);
        if (given.isPresent() && given.get().isEmpty()) {
            throw bad("delimiter", "");
        }
        return given;
    }

    private Optional<Character> character(String option) throws RunException {
        Optional<String> given = arguments.value(option);
        if (given.isPresent() && given.get().length() != 1) {
            throw bad(option, given.get());
        }
        return given.map(text -> text.charAt(0));
    }

    private Optional<String> encoding() throws RunException {
        Optional<String> given = arguments.value("encoding");
        if (given.isPresent()) {
            try {
                return Optional.of(Charset.forName(given.get()).name());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw bad("encoding", given.get(), e);
            }
        }
        return given;
    }

    private Optional<Boolean> header() throws RunException {
        Optional<String> given = arguments.value("header");
        if (given.isPresent() && !given.get().equals("yes") && !given.get().equals("no")) {
            throw bad("header", given.get());
        }
        return given.map("yes"::equals);
    }

    private Optional<String> zone() throws RunException {
        Optional<String> given = arguments.value("zone");
        if (given.isPresent()) {
            try {
                return Optional.of(ZoneId.of(given.get()).getId());
            } catch (DateTimeException e) {
                throw bad("zone", given.get(), e);
            }
        }
        return given;
    }

    /** Several pairs may stand between commas; a comma in the name of a column is no separator, since no type follows it. */
    private static void types(String given, Map<String, ColumnType> types, List<String> ignored) throws RunException {
        StringBuilder pair = new StringBuilder();
        for (String part : given.split(",", -1)) {
            pair.append(pair.isEmpty() ? "" : ",").append(part);
            int equals = pair.lastIndexOf("=");
            String word = equals < 0 ? "" : pair.substring(equals + 1);
            if (equals > 0 && (word.equals(IGNORE) || ColumnType.byId(word).isPresent())) {
                String column = pair.substring(0, equals);
                ColumnType.byId(word).ifPresentOrElse(type -> types.put(column, type), () -> ignored.add(column));
                pair.setLength(0);
            }
        }
        if (!pair.isEmpty()) {
            String words = Arrays.stream(ColumnType.values()).map(ColumnType::id).collect(Collectors.joining(", "));
            throw new RunException(RunException.Code.BAD_USAGE,
                    Messages.bind(Messages.ReadOptionsReader_badType, pair, words + ", " + IGNORE));
        }
    }

    private static RunException bad(String option, String value) {
        return bad(option, value, null);
    }

    private static RunException bad(String option, String value, Exception cause) {
        String help = OPTIONS.stream().filter(known -> known.name().equals(option)).findFirst().map(Option::help).orElseThrow();
        return new RunException(RunException.Code.BAD_USAGE,
                Messages.bind(Messages.ReadOptionsReader_bad, new Object[] {option, value, help}), cause);
    }
}
