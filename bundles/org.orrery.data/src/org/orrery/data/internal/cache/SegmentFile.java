package org.orrery.data.internal.cache;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.orrery.data.internal.ByteDictionary;

/** The open file of an entry: gives segments and checks each. Safe for any number of threads. */
final class SegmentFile implements AutoCloseable {
    private final BlockIndex index;
    private final Path path;
    private final FileChannel channel;

    SegmentFile(CacheEntry entry) throws IOException {
        this.index = entry.index();
        this.path = entry.values();
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** @throws IOException also when a byte is not as it was written */
    Segment segment(int block, int column) throws IOException {
        int length = index.length(block, column);
        if (length < Segment.HEADER) {
            throw new IOException("A segment of " + path + " was never written");
        }
        byte[] bytes = read(index.position(block, column), length);
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        if ((int) sum.getValue() != index.sum(block, column)) {
            throw new IOException("A segment of " + path + " is damaged");
        }
        return new Segment(bytes);
    }

    /** Only what a segment says of its values: form, rows, range. Its checksum is not checked. */
    Segment header(int block, int column) throws IOException {
        Segment header = new Segment(read(index.position(block, column), Segment.HEADER));
        if (!header.isPlausible()) {
            throw new IOException("A segment of " + path + " is damaged");
        }
        return header;
    }

    private byte[] read(long position, int length) throws IOException {
        byte[] bytes = new byte[length + ByteDictionary.SLACK];
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(path + " is cut");
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
