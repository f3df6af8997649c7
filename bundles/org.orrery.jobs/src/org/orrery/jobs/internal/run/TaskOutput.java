package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.orrery.analysis.UnitOutput;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.jobs.internal.codec.TableCodec;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.KeptFile;
import org.orrery.jobs.internal.store.LateOutcomes;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.StoreThread;
import org.orrery.jobs.internal.store.UnitCommit;

/** What one unit leaves behind, collected until it commits. For the thread of the unit. */
final class TaskOutput implements UnitOutput {
    private static final String NAME = "[A-Za-z0-9._-]*[A-Za-z0-9_-][A-Za-z0-9._-]*";
    /** So much is held of a unit that was left behind; one that has more to say has come too late. */
    private static final long MOST_LATE_BYTES = 64L << 20;
    private final String unit;
    private final int attempt;
    private final StoreThread thread;
    private final RunStore store;
    private final Map<String, String> artifactOwners;
    private final Map<String, List<Segment>> rows = new LinkedHashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final List<UnitCommit.ScratchFile> files = new ArrayList<>();
    private final Map<String, byte[]> states = new LinkedHashMap<>();
    private final LateDesk lateDesk;
    private final Map<String, List<LateOutcomes.Block>> late = new LinkedHashMap<>();
    private long lateBytes;

    /**
     * @param artifactOwners which unit has which artifact id; shared by the units of the run, thread-safe
     * @param lateDesk knows whether the run has ended without the unit
     */
    TaskOutput(String unit, int attempt, StoreThread thread, RunStore store, Map<String, String> artifactOwners, LateDesk lateDesk) {
        this.lateDesk = lateDesk;
        this.unit = unit;
        this.attempt = attempt;
        this.thread = thread;
        this.store = store;
        this.artifactOwners = artifactOwners;
    }

    @Override
    public void rows(String name, Table table) throws IOException {
        checkName(name);
        Schema before = schemas.putIfAbsent(name, table.schema());
        if (before != null && !before.names().equals(table.schema().names())) {
            throw new IllegalArgumentException("Rows " + name + " had the columns " + before.names() + " before");
        }
        byte[] block = TableCodec.encode(table);
        List<Segment> segments = rows.computeIfAbsent(name, key -> new ArrayList<>());
        try {
            segments.add(wait(thread.appendRows(store, name, block, table.rows())));
        } catch (IOException e) {
            if (!lateDesk.open() || lateBytes + block.length > MOST_LATE_BYTES) {
                throw e;
            }
            lateBytes += block.length;
            late.computeIfAbsent(name, key -> new ArrayList<>()).add(new LateOutcomes.Block(block, table.rows()));
        }
    }

    /** The rows that came after the end of the run, which ended without the unit. */
    Map<String, List<LateOutcomes.Block>> late() {
        return late;
    }

    @Override
    public void artifact(String id, String fileName, String mediaType, Writer content) throws IOException {
        checkName(id);
        checkName(fileName);
        String owner = artifactOwners.putIfAbsent(id, unit);
        if (owner != null && (!owner.equals(unit) || files.stream().anyMatch(file -> file.kept().id().equals(id)))) {
            throw new IllegalArgumentException("Unit " + owner + " has an artifact " + id + " already");
        }
        // A unit of an earlier attempt that was left behind may still write to its own.
        String scratch = Frame.sha256(attempt + "\n" + unit + "\n" + id);
        Path path = store.folder().scratch().resolve(scratch);
        store.files().createFolders(path.getParent());
        MessageDigest digest = Frame.sha256();
        long[] bytes = new long[1];
        try (OutputStream out = new DigestOutputStream(new Counted(store.files().stream(path), bytes), digest)) {
            content.write(out);
        }
        files.add(new UnitCommit.ScratchFile(scratch,
                new KeptFile(id, fileName, mediaType, bytes[0], HexFormat.of().formatHex(digest.digest()))));
    }

    @Override
    public void dataset(String name, TableCsv.Blocks content) throws IOException {
        artifact(MadeDatasets.PREFIX + name, name + ".csv", "text/csv", out -> TableCsv.writeExactly(out, content));
    }

    @Override
    public Optional<byte[]> state(String chain) throws IOException {
        checkName(chain);
        byte[] own = states.get(chain);
        return own != null ? Optional.of(own.clone()) : wait(thread.call(() -> store.state(chain)));
    }

    @Override
    public void state(String chain, byte[] state) {
        checkName(chain);
        states.put(chain, state.clone());
    }

    /** All of it, with the outcome. */
    UnitCommit commit(byte[] outcome, double seconds, long allocated) {
        return new UnitCommit(unit, seconds, allocated, outcome, rows, files, states);
    }

    private static void checkName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("A name of letters, digits and - . _ is needed, not " + name);
        }
    }

    private static <T> T wait(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException disk) {
                throw disk;
            }
            throw e;
        }
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private final long[] bytes;

        Counted(OutputStream out, long[] bytes) {
            this.out = out;
            this.bytes = bytes;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes[0]++;
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            out.write(b, offset, length);
            bytes[0] += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
