package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;

/**
 * Reads the records of a file in UTF-8 with all processors: this thread reads bytes and cuts them into chunks of whole
 * records, others read the chunks, and {@link ChunkOrder} puts together what they learn in the order of the file. The
 * result is that of one thread that takes row after row.
 */
final class ChunkedPass {
    private static final int CHUNK = 1 << 20;
    private static final int LARGEST_CHUNK = 1 << 24;
    private static final int BYTES_PER_COLUMN = 1 << 13;
    private static final int FEW_COLUMNS = 128;
    private static final int MOST_THREADS = 8;
    private static final long WAIT_MILLIS = 50;

    private final Path file;
    private final ReadOptions options;
    private final ByteDialect dialect;
    private final TextPass pass;
    private final int mark;
    private final int least;
    private final Queue<ChunkWorker> idle = new ConcurrentLinkedQueue<>();
    private final Queue<ChunkWorker> all = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Chunk> free = new LinkedBlockingQueue<>();
    private ChunkOrder order;
    private volatile Throwable thrown;

    /** @param mark how many bytes stand before those that are read: the byte order mark */
    ChunkedPass(Path file, ReadOptions options, ByteDialect dialect, TextPass pass, int mark) {
        this(file, options, dialect, pass, mark, CHUNK);
    }

    /** As above, with chunks of at least that many bytes. */
    ChunkedPass(Path file, ReadOptions options, ByteDialect dialect, TextPass pass, int mark, int least) {
        this.least = least;
        this.file = file;
        this.options = options;
        this.dialect = dialect;
        this.pass = pass;
        this.mark = mark;
    }

    /**
     * Reads everything.
     *
     * @param columns how many columns are expected; it only matters for speed
     * @throws InvalidTextException for the first byte that is no text
     * @throws DataException for the first record or cell that is refused
     */
    void read(InputStream input, int columns) throws IOException, DataException {
        int size = (int) Math.max(least, Math.min(LARGEST_CHUNK, columns <= FEW_COLUMNS ? least : (long) columns * BYTES_PER_COLUMN));
        ChunkReader reader = new ChunkReader(input, dialect, size);
        HeaderReader header = new HeaderReader(file, dialect, pass, mark);
        Chunk chunk = new Chunk();
        boolean there = reader.next(chunk);
        while (there && !header.takes(chunk)) {
            there = reader.next(chunk);
        }
        if (!there) {
            return;
        }
        order = new ChunkOrder(file, options, dialect, pass, header, mark, chunk.number(), free);
        Chunk second = new Chunk();
        if (!reader.next(second)) {
            work(chunk);
        } else {
            parallel(reader, chunk, second);
        }
        rethrow();
        order.finish();
        for (ChunkWorker worker : all) {
            for (int i = 0; i < pass.scans().size(); i++) {
                if (pass.isActive(i)) {
                    pass.scans().get(i).addDistinct(worker.scans().get(i));
                }
            }
        }
        pass.scans().forEach(scan -> pass.markers().add(scan.markers()));
    }

    private void parallel(ChunkReader reader, Chunk first, Chunk second) throws IOException {
        // What each thread keeps of very many columns is most of the memory.
        int most = pass.expectedColumns() > RecordParser.COLUMN_LIMIT || pass.width() > RecordParser.COLUMN_LIMIT ? 1 : MOST_THREADS;
        int threads = Math.max(1, Math.min(most, Runtime.getRuntime().availableProcessors()));
        // Beside the two that are there: one thread alone reads one while the other is filled.
        for (int i = threads == 1 ? 1 : 0; i < threads; i++) {
            free.add(new Chunk());
        }
        // Closing waits for the chunks that were begun: they are few, and what they have found counts.
        try (ExecutorService executor = Executors.newFixedThreadPool(threads, this::thread)) {
            executor.execute(() -> work(first));
            executor.execute(() -> work(second));
            Optional<Chunk> next = next(reader);
            while (next.isPresent()) {
                Chunk chunk = next.get();
                executor.execute(() -> work(chunk));
                next = next(reader);
            }
        }
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "import " + file.getFileName());
        thread.setDaemon(true);
        return thread;
    }

    /** The next chunk as soon as there is room for it; empty at the end or when something has failed. */
    private Optional<Chunk> next(ChunkReader reader) throws IOException {
        try {
            Chunk chunk = null;
            while (chunk == null && thrown == null && !order.isStopped()) {
                chunk = free.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
            return chunk != null && thrown == null && !order.isStopped() && reader.next(chunk) ? Optional.of(chunk) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(interrupted);
        }
    }

    private void work(Chunk chunk) {
        try {
            ChunkWorker worker = idle.poll();
            if (worker == null) {
                worker = new ChunkWorker(pass, options, dialect);
                all.add(worker);
            }
            ChunkResult result = worker.read(chunk);
            idle.add(worker);
            order.add(result);
        } catch (DataException | RuntimeException | Error failed) {
            thrown = failed;
        }
    }

    private void rethrow() throws DataException {
        if (thrown instanceof DataException refused) {
            throw refused;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException failed) {
            throw failed;
        }
    }
}
