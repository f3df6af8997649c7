package org.orrery.data.internal;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.ReadOptions;

/** Refuses read options that cannot be meant, whatever the file holds. */
final class OptionCheck {
    /** Points, commas, apostrophes and blanks of three kinds; and none. */
    private static final String GROUPING = ".,' \u00A0\u202F\u2019" + ReadOptions.NONE;

    private final Path file;
    private final ReadOptions options;

    private OptionCheck(Path file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    /** @throws DataException bad-usage with the name of the option */
    static void check(Path file, ReadOptions options) throws DataException {
        OptionCheck check = new OptionCheck(file, options);
        check.characters();
        check.marks();
        check.counts();
        check.zone();
    }

    private void characters() throws DataException {
        String delimiter = options.delimiter().orElse(",");
        require(!delimiter.isEmpty() && delimiter.indexOf('\n') < 0 && delimiter.indexOf('\r') < 0, "delimiter", delimiter);
        char quote = options.quote().orElse('"');
        require(quote != '\n' && quote != '\r' && delimiter.indexOf(quote) < 0, "quote", quote);
        char comment = options.comment().orElse(ReadOptions.NONE);
        boolean taken = comment == quote || comment == delimiter.charAt(0);
        require(comment != '\n' && comment != '\r' && (comment == ReadOptions.NONE || !taken), "comment", comment);
    }

    private void marks() throws DataException {
        char decimal = options.decimal().orElse('.');
        require(decimal == '.' || decimal == ',', "decimal", decimal);
        char grouping = options.grouping().orElse(ReadOptions.NONE);
        boolean both = options.decimal().isPresent() && decimal == grouping;
        require(GROUPING.indexOf(grouping) >= 0 && !both, "grouping", grouping);
    }

    private void counts() throws DataException {
        require(options.skip().orElse(0) >= 0, "skip", options.skip().orElse(0));
        require(options.skipEnd().orElse(0) >= 0, "skip-end", options.skipEnd().orElse(0));
        require(options.maxColumns().orElse(1) > 0, "max-columns", options.maxColumns().orElse(1));
        require(options.widths().stream().allMatch(width -> width > 0), "widths", options.widths());
    }

    private void zone() throws DataException {
        String zone = options.zone().orElse("UTC");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw bad("zone", zone, unknown);
        }
    }

    private void require(boolean fits, String option, Object value) throws DataException {
        if (!fits) {
            throw bad(option, value, null);
        }
    }

    private DataException bad(String option, Object value, Exception cause) {
        return new DataException(Code.BAD_USAGE, NLS.bind(Messages.OptionCheck_bad, option, value), Where.in(file).with(option), cause);
    }
}
