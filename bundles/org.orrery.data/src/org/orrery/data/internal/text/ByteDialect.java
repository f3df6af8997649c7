package org.orrery.data.internal.text;

import java.util.Optional;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Escape;

/**
 * A dialect that the parser of bytes reads: fields divided by one ASCII character, quotes doubled.
 *
 * @param delimiter what separates fields
 * @param quote what encloses fields
 * @param trailing whether a record may have a last field that is blank and counts for nothing
 */
record ByteDialect(byte delimiter, byte quote, boolean trailing) {
    private static final char ASCII = 0x80;

    /** That dialect in bytes; empty when it asks for more, which the parser of characters knows. */
    static Optional<ByteDialect> of(Dialect dialect) {
        boolean plain = dialect.delimiter().length() == 1 && dialect.delimiter().charAt(0) < ASCII && dialect.quote() < ASCII
                && dialect.quote() != ReadOptions.NONE && dialect.escape() == Escape.DOUBLED && dialect.comment() == ReadOptions.NONE
                && dialect.skip() == 0 && dialect.skipEnd() == 0;
        return plain ? Optional.of(new ByteDialect((byte) dialect.delimiter().charAt(0), (byte) dialect.quote(), dialect.trailing()))
                : Optional.empty();
    }
}
