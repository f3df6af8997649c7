package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.FileRows;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Sheet;
import org.orrery.data.Table;
import org.orrery.data.internal.cache.CacheEntry;
import org.orrery.data.internal.cache.CacheWriter;
import org.orrery.data.internal.cache.ColumnarCache;
import org.orrery.data.internal.cache.DuckEngine;
import org.orrery.data.internal.cache.EntryReader;
import org.orrery.data.internal.rowindex.IndexFolder;

/**
 * A store over a folder of columnar entries. An entry that is gone or damaged is built again from the source, as long as the
 * source is what it was.
 */
final class DuckDataStore implements DataStore {
    private final Path folder;
    private final Path spill;
    private DuckEngine engine;
    private final ColumnarCache cache;
    private final KnownFiles known = new KnownFiles();
    private final AtomicBoolean closed = new AtomicBoolean();

    DuckDataStore(Path folder, long quota, Clock clock) throws IOException {
        this.folder = folder;
        this.spill = Files.createDirectories(folder.resolve("new-spill-" + UUID.randomUUID()));
        this.cache = new ColumnarCache(folder, quota, clock);
    }

    @Override
    public Dataset importFile(Path file, ReadOptions options, Progress progress) throws DataException {
        requireOpen(file);
        Path source = file.toAbsolutePath().normalize();
        OptionCheck.check(file, options);
        return read(source, options, progress);
    }

    @Override
    public List<Sheet> sheets(Path file, Progress progress) throws DataException {
        requireOpen(file);
        Path source = file.toAbsolutePath().normalize();
        renewSpill(source);
        return FileImport.sheets(source, progress, spill);
    }

    @Override
    public ImportPreview preview(Path file, ReadOptions options, Progress progress) throws DataException {
        requireOpen(file);
        OptionCheck.check(file, options);
        Path source = file.toAbsolutePath().normalize();
        renewSpill(source);
        return FileImport.preview(source, options, progress, spill);
    }

    @Override
    public FileRows look(Path file, ReadOptions options, Progress progress) throws DataException {
        requireOpen(file);
        OptionCheck.check(file, options);
        Path source = file.toAbsolutePath().normalize();
        renewSpill(source);
        return FileLook.open(source, options, progress, spill, new IndexFolder(folder.resolve("rows")));
    }

    private Dataset read(Path source, ReadOptions options, Progress progress) throws DataException {
        renewSpill(source);
        Object begun = known.begin(source);
        try (CacheWriter writer = new CacheWriter(cache, folder)) {
            Imported imported = FileImport.read(source, options, progress, writer, spill);
            String key = ColumnarCache.key(imported.stamp().sha256(), imported.options());
            writer.commit(key, imported.scales());
            known.remember(source, begun, imported.stamp().sha256());
            return new Dataset(FileFormat.nameOf(source), source, imported.options(), imported.schema(), imported.rows(),
                    imported.stamp().sha256(), imported.stamp().bytes(), imported.stamp().modified(), imported.warnings());
        }
    }

    /** The spill folder of a store that is open for weeks must not look abandoned to another process. */
    private void renewSpill(Path source) throws DataException {
        try {
            Files.setLastModifiedTime(Files.createDirectories(spill), FileTime.from(Instant.now()));
        } catch (IOException cause) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStores_open, folder, cause.getMessage()),
                    Where.in(source), cause);
        }
    }

    @Override
    public Table table(Dataset dataset, List<String> columns, Progress progress) throws DataException {
        requireOpen(dataset.source());
        if (dataset.rows() > Integer.MAX_VALUE - 8) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.DuckDataStore_tooManyRows, dataset.source(), dataset.rows()),
                    Where.in(dataset.source()));
        }
        Schema schema = select(dataset, columns);
        for (int attempt = 0;; attempt++) {
            CacheEntry entry = entry(dataset, progress);
            try (EntryReader reader = new EntryReader(entry, schema, positions(dataset, columns))) {
                return reader.table(progress);
            } catch (IOException cause) {
                // Another process may have removed the entry under our hands; it is built again once.
                cache.doubt(key(dataset));
                if (attempt > 0) {
                    throw unreadable(dataset, cause);
                }
            }
        }
    }

    @Override
    public ColumnBlocks blocks(Dataset dataset, List<String> columns) throws DataException {
        requireOpen(dataset.source());
        Schema schema = select(dataset, columns);
        for (int attempt = 0;; attempt++) {
            CacheEntry entry = entry(dataset, Progress.NONE);
            try {
                return new EntryBlocks(entry, dataset.source(), schema, positions(dataset, columns));
            } catch (IOException cause) {
                cache.doubt(key(dataset));
                if (attempt > 0) {
                    throw unreadable(dataset, cause);
                }
            }
        }
    }

    @Override
    public Table window(Dataset dataset, List<String> columns, long firstRow, int count) throws DataException {
        requireOpen(dataset.source());
        if (firstRow < 0 || count < 0 || count > WINDOW_MOST) {
            throw new DataException(Code.BAD_USAGE, NLS.bind(Messages.DuckDataStore_badWindow, firstRow, count), Where.in(dataset.source()));
        }
        Schema schema = select(dataset, columns);
        for (int attempt = 0;; attempt++) {
            CacheEntry entry = entry(dataset, Progress.NONE);
            try (EntryReader reader = new EntryReader(entry, schema, positions(dataset, columns))) {
                return reader.window(firstRow, count);
            } catch (IOException cause) {
                cache.doubt(key(dataset));
                if (attempt > 0) {
                    throw unreadable(dataset, cause);
                }
            }
        }
    }

    private CacheEntry entry(Dataset dataset, Progress progress) throws DataException {
        Optional<CacheEntry> found = cache.find(key(dataset));
        if (found.isPresent()) {
            return found.get();
        }
        if (!isCurrent(dataset, progress)) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStore_gone, dataset.source()),
                    Where.in(dataset.source()));
        }
        read(dataset.source(), dataset.options(), progress);
        return cache.find(key(dataset)).orElseThrow(() -> unreadable(dataset, null));
    }

    private static String key(Dataset dataset) {
        return ColumnarCache.key(dataset.sha256(), dataset.options());
    }

    private DataException unreadable(Dataset dataset, IOException cause) {
        return new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStore_cache, folder), Where.in(dataset.source()), cause);
    }

    private static Schema select(Dataset dataset, List<String> columns) throws DataException {
        List<Column> chosen = new ArrayList<>();
        for (String name : columns) {
            chosen.add(dataset.schema().find(name).orElseThrow(() -> new DataException(Code.MISSING_COLUMN,
                    NLS.bind(Messages.DuckDataStore_missingColumn, dataset.name(), name),
                    new Where(dataset.source(), OptionalLong.empty(), Optional.of(name)))));
        }
        return new Schema(chosen);
    }

    private static List<Integer> positions(Dataset dataset, List<String> columns) {
        return columns.stream().map(dataset.schema()::indexOf).toList();
    }

    @Override
    public List<Long> stored(Dataset dataset) {
        return cache.find(key(dataset)).map(CacheEntry::bytes).orElse(List.of());
    }

    @Override
    public boolean isCurrent(Dataset dataset, Progress progress) throws DataException {
        if (known.has(dataset.source(), dataset.sha256())) {
            return true;
        }
        Object begun = known.begin(dataset.source());
        String now = SourceFile.stamp(dataset.source(), progress).sha256();
        known.remember(dataset.source(), begun, now);
        return now.equals(dataset.sha256());
    }

    private void requireOpen(Path file) throws DataException {
        if (closed.get()) {
            throw new DataException(Code.BAD_USAGE, Messages.DuckDataStore_closed, Where.in(file));
        }
    }

    /** The engine for what is asked in SQL; started when it is first needed, since that takes longer than reading a small file. */
    synchronized DuckEngine engine() throws SQLException {
        if (engine == null) {
            engine = new DuckEngine(folder, spill);
        }
        return engine;
    }

    private synchronized void closeEngine() throws SQLException {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            closeEngine();
            ColumnarCache.delete(spill);
        } catch (SQLException | IOException cause) {
            throw new IllegalStateException(NLS.bind(Messages.DuckDataStore_close, folder), cause);
        }
    }
}
