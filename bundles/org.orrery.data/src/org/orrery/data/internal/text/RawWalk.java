package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** A pass over the records of a file, block by block, that checks each as the import does and keeps nothing of them. Used by one thread. */
public final class RawWalk {
    /** Bytes of a block, when no record is longer. */
    private static final int BLOCK = 1 << 16;

    private final RawRecords form;
    private final ChunkReader reader;
    private final FieldIndex index;
    private final Chunk chunk = new Chunk();
    private final int columns;
    private final long begin;
    private long line;
    private int rows;
    private DataException damage;

    RawWalk(RawRecords form, InputStream input, int columns, long offset, long line) {
        this.form = form;
        this.reader = new ChunkReader(input, form.dialect(), BLOCK);
        this.index = new FieldIndex(form.dialect());
        this.columns = columns;
        this.begin = offset;
        this.line = line;
    }

    /** Goes on to the next block; false when there is none left. */
    public boolean next() throws IOException {
        if (damage != null || !reader.next(chunk)) {
            return false;
        }
        index.find(chunk.bytes(), 0, chunk.end(), columns);
        rows = index.rows();
        int bad = badByte();
        if (bad >= 0 && (index.trouble() == FieldIndex.Trouble.NONE || bad < index.troubleAt())) {
            rows = before(bad);
            boolean nul = chunk.bytes()[bad] == 0;
            damage = damaged(bad, nul ? Messages.TextImport_nul : Messages.TextImport_invalidByte, begin + chunk.offset() + bad, form.charset().name());
        } else if (chunk.isOverlong()) {
            damage = damaged(index.troubleAt(), Messages.FastCsvParser_fieldTooLong, quote(), null);
        } else if (index.trouble() != FieldIndex.Trouble.NONE) {
            damage = trouble();
        } else {
            line += index.lines();
        }
        return true;
    }

    private int badByte() {
        byte[] bytes = chunk.bytes();
        return form.isUtf8() ? Utf8.firstBad(bytes, 0, chunk.length()) : Swar.indexOf(bytes, 0, chunk.length(), (byte) 0);
    }

    /** How many records end before that byte. */
    private int before(int at) {
        int count = 0;
        while (count < index.rows() && index.starts()[count * columns] <= at) {
            count++;
        }
        return Math.max(0, count - 1);
    }

    private String quote() {
        return String.valueOf((char) form.dialect().quote());
    }

    private DataException trouble() {
        int at = index.troubleAt();
        return switch (index.trouble()) {
            case UNCLOSED -> damaged(at, Messages.FastCsvParser_unclosed, quote(), null);
            case AFTER_QUOTE -> damaged(at, Messages.FastCsvParser_afterQuote, quote(), null);
            case RAGGED -> damaged(at, Messages.TextPass_ragged, index.troubleFields(), columns);
            case BEHIND_TRAILING -> damaged(at, Messages.TextPass_trailing, "…", null);
            default -> damaged(at, Messages.FastCsvParser_fieldTooLong, quote(), null);
        };
    }

    private DataException damaged(int at, String sentence, Object third, Object fourth) {
        long place = line + chunk.breaks(at);
        return new DataException(Code.BAD_DATA, NLS.bind(sentence, new Object[] {form.file(), place, third, fourth}), Where.at(form.file(), place));
    }

    /** The byte of the file at which the block begins. */
    public long offset() {
        return begin + chunk.offset();
    }

    /** How many bytes of the file it has. */
    public int length() {
        return chunk.length();
    }

    /** How many sound records it has, blank ones not counted: up to the first that cannot be read. */
    public int rows() {
        return rows;
    }

    /** The line behind the block, from 1. */
    public long line() {
        return line;
    }

    /** What is wrong behind its last sound record. */
    public Optional<DataException> damage() {
        return Optional.ofNullable(damage);
    }
}
