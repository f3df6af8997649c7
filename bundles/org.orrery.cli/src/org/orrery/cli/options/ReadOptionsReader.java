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
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.jobs.RunException;

/** The options that say how data files are read. */
public final class ReadOptionsReader {
    private static final String IGNORE = "ignore";
    private static final Map<String, Boolean> YES_NO = Map.of("yes", true, "no", false);
    private static final Map<String, Integer> HEADERS = Map.of("yes", 1, "no", 0, "0", 0, "1", 1, "2", 2);

    /** The options themselves, for the syntax of commands that read data. */
    public static final List<Option> OPTIONS = List.of(Option.value("delimiter", "TEXT", Messages.ReadOptionsReader_delimiter),
            Option.value("quote", "CHAR|none", Messages.ReadOptionsReader_quote),
            Option.value("escape", "doubled|backslash", Messages.ReadOptionsReader_escape),
            Option.value("comment", "CHAR|none", Messages.ReadOptionsReader_comment),
            Option.value("skip", "LINES", Messages.ReadOptionsReader_skip),
            Option.value("skip-end", "LINES", Messages.ReadOptionsReader_skipEnd),
            Option.value("trailing-delimiter", "yes|no", Messages.ReadOptionsReader_trailing),
            Option.value("widths", "N,…", Messages.ReadOptionsReader_widths),
            Option.value("max-columns", "N", Messages.ReadOptionsReader_maxColumns),
            Option.value("encoding", "NAME", Messages.ReadOptionsReader_encoding),
            Option.value("header", "yes|no|2", Messages.ReadOptionsReader_header),
            Option.value("decimal", "CHAR", Messages.ReadOptionsReader_decimal),
            Option.value("grouping", "CHAR|none", Messages.ReadOptionsReader_grouping),
            Option.value("missing", "TEXT,…", Messages.ReadOptionsReader_missing),
            Option.values("types", "COLUMN=TYPE,…", Messages.ReadOptionsReader_types),
            Option.value("date-order", "day|month", Messages.ReadOptionsReader_dateOrder),
            Option.value("zone", "ZONE", Messages.ReadOptionsReader_zone));
    private static final String NO_CHARACTER = "none";

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
        ReadOptions.Change options = ReadOptions.DETECT.change().delimiter(delimiter().orElse(null)).quote(character("quote").orElse(null))
                .escape(word("escape", Map.of("doubled", Escape.DOUBLED, "backslash", Escape.BACKSLASH)))
                .comment(character("comment").orElse(null)).skip(number("skip", 0)).skipEnd(number("skip-end", 0))
                .trailingDelimiter(word("trailing-delimiter", YES_NO)).widths(widths()).maxColumns(number("max-columns", 1))
                .encoding(encoding().orElse(null)).decimal(character("decimal").orElse(null))
                .grouping(character("grouping").orElse(null)).missing(missing).types(types).ignored(ignored)
                .dateOrder(word("date-order", Map.of("day", DateOrder.DAY_FIRST, "month", DateOrder.MONTH_FIRST)))
                .zone(zone().orElse(null)).sheet(sheet.orElse(null));
        Integer header = word("header", HEADERS);
        return (header == null ? options : options.headerRows(header)).options();
    }

    private Optional<String> delimiter() throws RunException {
        Optional<String> given = arguments.value("delimiter").map(text -> text.equals("tab") ? "\t" : text.replace("\\t", "\t"));
        if (given.isPresent() && given.get().isEmpty()) {
            throw bad("delimiter", "");
        }
        return given;
    }

    private Optional<Character> character(String option) throws RunException {
        Optional<String> given = arguments.value(option);
        boolean none = !option.equals("decimal") && given.filter(NO_CHARACTER::equals).isPresent();
        if (given.isPresent() && !none && given.get().length() != 1) {
            throw bad(option, given.get());
        }
        return none ? Optional.of(ReadOptions.NONE) : given.map(text -> text.charAt(0));
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

    /** What one of some words stands for; null when the option is not given. */
    private <T> T word(String option, Map<String, T> meanings) throws RunException {
        Optional<String> given = arguments.value(option);
        if (given.isPresent() && !meanings.containsKey(given.get())) {
            throw bad(option, given.get());
        }
        return given.map(meanings::get).orElse(null);
    }

    /** A whole number; null when the option is not given. */
    private Integer number(String option, int least) throws RunException {
        Optional<String> given = arguments.value(option);
        return given.isEmpty() ? null : number(option, given.get(), given.get(), least);
    }

    private static Integer number(String option, String given, String word, int least) throws RunException {
        try {
            int value = Integer.parseInt(word);
            if (value >= least) {
                return value;
            }
            throw bad(option, given);
        } catch (NumberFormatException e) {
            throw bad(option, given, e);
        }
    }

    private List<Integer> widths() throws RunException {
        Optional<String> given = arguments.value("widths");
        List<Integer> widths = new ArrayList<>();
        if (given.isPresent()) {
            for (String word : given.get().split(",", -1)) {
                widths.add(number("widths", given.get(), word.strip(), 1));
            }
        }
        return widths;
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
