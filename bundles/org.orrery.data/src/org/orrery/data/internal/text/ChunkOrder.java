package org.orrery.data.internal.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;

/**
 * Puts what was learned from chunks together in the order of the file, so that the first thing that is wrong in the file is
 * what is refused, and the line where a column turned into text is the right one. Safe for any number of threads.
 */
final class ChunkOrder {
    private final TextPass pass;
    private final byte quote;
    private final int mark;
    private final Refusals refusals;
    private final CellFormat format;
    private final MissingMarkers markers;
    private final FieldIndex index;
    private final Queue<Chunk> free;
    private final PriorityQueue<ChunkResult> waiting = new PriorityQueue<>(Comparator.comparingInt(result -> result.chunk().number()));
    private int next;
    private long line;
    private Chunk indexed;
    /** By row of the indexed chunk the line breaks before it: many columns may turn into text in one row. */
    private final Map<Integer, Long> breaks = new HashMap<>();
    private DataException refused;
    private InvalidTextException broken;
    private volatile boolean stopped;

    /**
     * @param next the number of the first chunk that holds rows
     * @param free where chunks go that are done with
     */
    ChunkOrder(Path file, ReadOptions options, ByteDialect dialect, TextPass pass, HeaderReader header, int mark, int next,
            Queue<Chunk> free) {
        this.pass = pass;
        this.quote = dialect.quote();
        this.mark = mark;
        this.next = next;
        this.line = header.line();
        this.free = free;
        this.refusals = new Refusals(file, dialect.quote(), pass);
        this.format = new CellFormat(options);
        this.markers = new MissingMarkers(options.missing());
        this.index = new FieldIndex(dialect);
    }

    /** Takes what was learned from a chunk. */
    synchronized void add(ChunkResult result) {
        waiting.add(result);
        while (!waiting.isEmpty() && waiting.peek().chunk().number() == next && !stopped) {
            take(waiting.poll());
            next++;
        }
    }

    private void take(ChunkResult result) {
        Chunk chunk = result.chunk();
        if (result.badByte() >= 0) {
            broken = new InvalidTextException(mark + chunk.offset() + result.badByte(), chunk.bytes()[result.badByte()] == 0);
            stopped = true;
            return;
        }
        indexed = null;
        for (int i = 0; i < pass.scans().size(); i++) {
            if (result.facts(i) != null) {
                column(result, i);
            }
        }
        if (result.refusedColumn() >= 0) {
            stop(pass.misfit(result.refusedColumn(), line + chunk.breaks(result.refusedAt()), result.refusedValue()));
        } else if (result.trouble() != FieldIndex.Trouble.NONE) {
            stop(trouble(result));
        }
        pass.count(result.rows(), result.blankRows());
        line += result.breaks();
        free.add(chunk);
    }

    private DataException trouble(ChunkResult result) {
        Chunk chunk = result.chunk();
        long at = line + chunk.breaks(result.troubleAt());
        if (result.trouble() != FieldIndex.Trouble.BEHIND_TRAILING) {
            return refusals.record(result.trouble(), at, result.troubleFields());
        }
        index.find(chunk.bytes(), result.troubleAt(), chunk.end(), 0);
        String value = text(chunk, pass.width());
        return pass.behindTrailing(at, value.substring(0, Math.min(40, value.length())));
    }

    private String text(Chunk chunk, int field) {
        int start = index.starts()[field];
        int end = index.ends()[field] & ~FieldIndex.DOUBLED;
        char[] chars = new char[end - start];
        return new String(chars, 0, Utf8.decode(chunk.bytes(), start, end, index.ends()[field] < 0 ? quote : 0, chars));
    }

    private void stop(DataException reason) {
        refused = reason;
        stopped = true;
    }

    private void column(ChunkResult result, int column) {
        ColumnScan scan = pass.scans().get(column);
        int before = scan.kinds();
        if (scan.asked().isEmpty() && before != Kinds.TEXT && (before & result.kinds(column)) == Kinds.TEXT) {
            findLost(result, column, before);
        }
        scan.addAll(result.facts(column), result.kinds(column), result.isBroken(column));
    }

    /** Looks for the cell that turned the column into text. */
    private void findLost(ChunkResult result, int column, int before) {
        ColumnScan scan = pass.scans().get(column);
        Chunk chunk = result.chunk();
        // One search for all columns of the chunk: there may be a hundred thousand.
        if (indexed != chunk) {
            index.find(chunk.bytes(), chunk.first(), chunk.end(), pass.width());
            indexed = chunk;
            breaks.clear();
        }
        int kinds = before;
        long present = scan.facts().present;
        for (int row = 0; row < index.rows(); row++) {
            String cell = text(chunk, row * pass.width() + pass.fieldOf(column));
            int to = cell.length();
            int from = 0;
            while (from < to && cell.charAt(from) <= ' ') {
                from++;
            }
            while (to > from && cell.charAt(to - 1) <= ' ') {
                to--;
            }
            char[] chars = cell.toCharArray();
            if (markers.isMissing(chars, from, to)) {
                continue;
            }
            if (markers.isHyphen(chars, from, to)) {
                present += scan.plan().type() == ColumnType.TEXT ? 1 : 0;
                continue;
            }
            int both = kinds & format.kinds(chars, from, to);
            if (both == Kinds.TEXT) {
                long above = breaks.computeIfAbsent(row, found -> chunk.breaks(index.starts()[found * pass.width()]));
                scan.facts().lost(kinds, present == 0, line + above, chars, from, to);
                return;
            }
            kinds = both;
            present++;
        }
    }

    /** Whether something was refused, so that nothing more needs to be read. */
    boolean isStopped() {
        return stopped;
    }

    /** Throws what was refused. */
    synchronized void finish() throws IOException, DataException {
        if (broken != null) {
            throw broken;
        }
        if (refused != null) {
            throw refused;
        }
    }
}
