package org.orrery.data.internal.rowindex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.FileRows;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.text.RawBlock;
import org.orrery.data.internal.text.RawRecords;
import org.orrery.data.internal.text.RawText;
import org.orrery.data.internal.text.RawWalk;

/** The rows of a delimited text file, of which any can be read as soon as it is known where it stands. */
public final class IndexedRows implements FileRows {
    private static final long BEGINNING = 1 << 18;
    private static final long STEP = 1 << 20;

    private final Path file;
    private final ImportPreview preview;
    private final RawRecords form;
    private final RawRecords.Start start;
    private final FileState state;
    private final IndexFolder kept;
    private final String key;
    private final RowIndex index;
    private final Object walking = new Object();

    private IndexedRows(Path file, ImportPreview preview, RawRecords form, RawRecords.Start start, IndexFolder kept) throws IOException {
        this.file = file;
        this.preview = preview;
        this.form = form;
        this.start = start;
        this.kept = kept;
        this.state = FileState.of(file);
        this.key = state.key(file, form.description());
        this.index = kept.load(key).orElseGet(() -> new RowIndex(start.offset(), start.line()));
    }

    /**
     * The rows of that file: its beginning, or all of them when they were counted before.
     *
     * @param start where its rows begin
     * @throws DataException unreadable-file when it is gone
     */
    public static IndexedRows open(Path file, ImportPreview preview, RawRecords form, RawRecords.Start start, IndexFolder kept)
            throws DataException {
        try {
            IndexedRows rows = new IndexedRows(file, preview, form, start, kept);
            rows.walk(start.offset() + BEGINNING, Progress.NONE);
            return rows;
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    @Override
    public ImportPreview preview() {
        return preview;
    }

    @Override
    public List<String> names() {
        return start.names();
    }

    @Override
    public Extent extent() {
        return index.extent();
    }

    @Override
    public void index(Progress progress) throws DataException {
        try {
            boolean before = index.extent().reach() == Reach.BEGINNING;
            walk(Long.MAX_VALUE, progress);
            requireUnchanged();
            if (before && index.extent().reach() == Reach.ALL) {
                kept.save(key, index);
            }
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    /** Makes rows known up to that byte. */
    private void walk(long to, Progress progress) throws IOException, DataException {
        synchronized (walking) {
            if (index.extent().reach() != Reach.BEGINNING) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file); InputStream input = Channels.newInputStream(channel.position(index.end()))) {
                RawWalk walk = form.walk(input, names().size(), index.end(), index.line());
                long told = 0;
                while (walk.next()) {
                    if (walk.damage().isPresent()) {
                        index.add(walk.length(), walk.rows(), walk.line());
                        index.damaged(walk.damage().get());
                        return;
                    }
                    index.add(walk.length(), walk.rows(), walk.line());
                    if (index.end() - told >= STEP) {
                        told = index.end();
                        progress.checkCancelled();
                        progress.worked(told, state.size());
                    }
                    if (index.end() >= to) {
                        return;
                    }
                }
                index.finish();
            }
        }
    }

    private void requireUnchanged() throws IOException, DataException {
        if (!FileState.of(file).equals(state)) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.IndexedRows_changed, file), Where.in(file));
        }
    }

    @Override
    public Table window(List<String> columns, long first, int count) throws DataException {
        int[] positions = TextRows.positions(file, names(), columns);
        TableBuilder table = TextRows.builder(columns);
        long to = Math.min(index.extent().rows(), first + count);
        try (FileChannel channel = FileChannel.open(file)) {
            requireUnchanged();
            RawBlock block = form.block(names().size());
            for (long row = first; row < to;) {
                RowIndex.Block place = index.block(index.blockOf(row));
                block.load(channel, place.offset(), place.length());
                block.split();
                int end = (int) Math.min(place.rows(), to - place.first());
                for (int i = (int) (row - place.first()); i < end; i++) {
                    Object[] cells = new Object[positions.length];
                    for (int column = 0; column < cells.length; column++) {
                        cells[column] = block.cell(i, positions[column]);
                    }
                    table.row(cells);
                }
                row = place.first() + end;
            }
            return table.build();
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    @Override
    public Optional<Place> find(String text, Place after, boolean forwards, Progress progress) throws DataException {
        long rows = index.extent().rows();
        if (rows == 0) {
            return Optional.empty();
        }
        RawText wanted = RawText.of(text, form);
        long row = Math.clamp(after.row(), 0, rows - 1);
        int column = after.row() == row ? after.column() : forwards ? -1 : names().size();
        try (FileChannel channel = FileChannel.open(file)) {
            requireUnchanged();
            RawBlock block = form.block(names().size());
            long told = 0;
            for (int number = index.blockOf(row); number >= 0 && number < index.size(); number += forwards ? 1 : -1) {
                RowIndex.Block place = index.block(number);
                block.load(channel, place.offset(), place.length());
                if (block.mayHold(wanted)) {
                    block.split();
                    Optional<Place> found = new BlockSearch(block, place, names().size(), wanted).from(row, column, forwards);
                    if (found.isPresent()) {
                        return found;
                    }
                }
                told += place.length();
                if (told >= STEP) {
                    told = 0;
                    progress.checkCancelled();
                    progress.worked(place.offset(), state.size());
                }
            }
            return Optional.empty();
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }
}
