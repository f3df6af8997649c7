package org.orrery.jobs.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** Appends records to a chained log. For one thread at a time. */
public final class ChainedLog implements AutoCloseable {
    private static final byte[] MAGIC = "ORRLOG01".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = 8;
    private final DurableFiles.Appender file;
    private long sequence;
    private byte[] previous;
    private boolean forced = true;
    private boolean broken;

    private ChainedLog(DurableFiles.Appender file, long sequence, byte[] previous) {
        this.file = file;
        this.sequence = sequence;
        this.previous = previous;
    }

    /** Starts a log, or starts it again: nothing that was in the file stays. */
    public static ChainedLog create(DurableFiles files, Path path) throws IOException {
        DurableFiles.Appender appender = files.appender(path);
        try {
            appender.truncate(0);
            appender.append(ByteBuffer.wrap(MAGIC));
        } catch (IOException e) {
            appender.close();
            throw e;
        }
        ChainedLog log = new ChainedLog(appender, 0, genesis());
        log.forced = false;
        return log;
    }

    /** Goes on after that record, the last one that counts; whatever comes after it is cut off. Starts again when there is none. */
    public static ChainedLog resume(DurableFiles files, Path path, Optional<Segment> last) throws IOException {
        if (last.isEmpty()) {
            return create(files, path);
        }
        DurableFiles.Appender appender = files.appender(path);
        try {
            appender.truncate(last.get().end());
        } catch (IOException e) {
            appender.close();
            throw e;
        }
        return new ChainedLog(appender, last.get().sequence() + 1, HexFormat.of().parseHex(last.get().sha256()));
    }

    static byte[] genesis() {
        return Frame.sha256().digest(MAGIC);
    }

    static boolean isHeader(ByteBuffer head) {
        return head.remaining() >= HEADER && ByteBuffer.wrap(MAGIC).equals(head.slice(head.position(), HEADER));
    }

    /** Appends a record; it is durable after {@link #force}. After a failure the log takes nothing more. */
    public Segment append(byte kind, byte[] payload) throws IOException {
        if (broken) {
            throw new IOException("The log is closed after a failed write");
        }
        if (payload.length > Frame.LARGEST) {
            throw new IOException("A record of " + payload.length + " bytes is too large");
        }
        ByteBuffer bytes = Frame.encode(sequence, kind, previous, payload);
        byte[] digest = new byte[Frame.DIGEST];
        bytes.get(bytes.limit() - Frame.DIGEST, digest);
        long offset = file.length();
        forced = false;
        broken = true;
        file.append(bytes);
        broken = false;
        sequence++;
        previous = digest;
        return new Segment(offset, sequence - 1, payload.length, 0, HexFormat.of().formatHex(digest));
    }

    /** Makes all records durable. */
    public void force() throws IOException {
        if (!forced) {
            file.force();
            forced = true;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
