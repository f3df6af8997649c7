package org.orrery.data.internal.text;

import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** The sentences for records that are not as they should be. */
final class Refusals {
    private final Path file;
    private final char quote;
    private final TextPass pass;

    Refusals(Path file, byte quote, TextPass pass) {
        this.file = file;
        this.quote = (char) quote;
        this.pass = pass;
    }

    /** The sentence for that trouble. */
    DataException record(FieldIndex.Trouble trouble, long line, int fields) {
        return switch (trouble) {
            case UNCLOSED -> at(line, Messages.FastCsvParser_unclosed);
            case AFTER_QUOTE -> at(line, Messages.FastCsvParser_afterQuote);
            case RAGGED -> pass.ragged(line, fields);
            default -> at(line, Messages.FastCsvParser_fieldTooLong);
        };
    }

    private DataException at(long line, String sentence) {
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {file, line, quote}), Where.at(file, line));
    }
}
