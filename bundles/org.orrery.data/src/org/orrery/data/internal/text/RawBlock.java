package org.orrery.data.internal.text;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some whole records that stand next to each other, read from wherever they are in a file. Used again and again by one thread. */
public final class RawBlock {
    private final RawRecords form;
    private final int columns;
    private final FieldIndex index;
    private final Chunk chunk = new Chunk();

    RawBlock(RawRecords form, int columns) {
        this.form = form;
        this.columns = columns;
        this.index = new FieldIndex(form.dialect());
    }

    /** Reads the bytes of the records; {@link #split} must follow before a cell is asked for. */
    public void load(FileChannel channel, long offset, int length) throws IOException {
        chunk.reserve(length + 1);
        ByteBuffer target = ByteBuffer.wrap(chunk.bytes(), 0, length);
        while (target.hasRemaining()) {
            if (channel.read(target, offset + target.position()) < 0) {
                throw new EOFException();
            }
        }
        chunk.set(0, offset, length, false);
    }

    /** Finds the cells. */
    public void split() {
        index.find(chunk.bytes(), 0, chunk.end(), columns);
    }

    /** How many sound records there are. */
    public int rows() {
        return index.rows();
    }

    /** The text of a cell. */
    public String cell(int row, int column) {
        int field = row * columns + column;
        return form.text(chunk.bytes(), index.starts()[field], index.ends()[field]);
    }

    /** Whether a cell may hold that text: never false when one does. */
    public boolean mayHold(RawText wanted) {
        return wanted.mayBeIn(chunk.bytes(), chunk.end());
    }
}
