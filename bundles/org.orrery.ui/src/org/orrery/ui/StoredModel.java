package org.orrery.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;

import org.orrery.analysis.Names;
import org.orrery.analysis.StoredRows;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/**
 * Any number of rows of a result as a grid shows them: read once from where they are stored, in blocks, and laid out anew in a temporary
 * file in which each row is reached at once. What is looked at lies in memory that the system gives and takes.
 */
public final class StoredModel implements ValueModel {
    private static final int PAGE = 128;
    private static final int MOST_PAGES = 64;

    private final Schema schema;
    private final List<GridColumn> columns;
    private final int rows;
    private final int partRows;
    private final List<ByteBuffer> parts;
    private final List<String[]> texts;
    private final int[] scales;
    private final Names names;
    private final Map<Integer, Table> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Table> eldest) {
            return size() > MOST_PAGES;
        }
    };

    StoredModel(Schema schema, Map<String, String> labels, int rows, int partRows, List<ByteBuffer> parts, List<String[]> texts, int[] scales,
            Names names) {
        this.schema = schema;
        this.columns = TableModel.columns(schema, labels);
        this.rows = rows;
        this.partRows = partRows;
        this.parts = List.copyOf(parts);
        this.texts = List.copyOf(texts);
        this.scales = scales.clone();
        this.names = names;
    }

    /**
     * Reads all rows. Never on the user interface thread.
     *
     * @param labels what stands over a column, by its name; a column without a label shows its name
     * @param names what is read for the words in it
     * @param stale asked at every block whether nobody wants the rows any more
     * @throws CancellationException when that is so
     * @throws IOException when there is no room for them, or when a column has more different texts than fit into memory
     */
    public static StoredModel read(StoredRows stored, Map<String, String> labels, Names names, BooleanSupplier stale) throws IOException {
        try (RowSpool spool = new RowSpool(stored.schema())) {
            stored.forEachBlock(block -> {
                if (stale.getAsBoolean()) {
                    throw new CancellationException();
                }
                try {
                    spool.add(block);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return spool.model(labels, names);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    private long cell(int row, int column) {
        return parts.get(row / partRows).getLong(Long.BYTES * (row % partRows * schema.size() + column));
    }

    @Override
    public String text(int row, int column) {
        return value(row, column) instanceof String word ? named(column, word) : Formats.cell(value(row, column));
    }

    private String named(int column, String word) {
        return names.value(schema.columns().get(column).name(), word);
    }

    @Override
    public Object value(int row, int column) {
        Table page;
        synchronized (pages) {
            page = pages.computeIfAbsent(row / PAGE, this::page);
        }
        return page.value(row % PAGE, column);
    }

    private Table page(int number) {
        int first = number * PAGE;
        int count = Math.min(PAGE, rows - first);
        ColumnVector[] vectors = new ColumnVector[schema.size()];
        for (int column = 0; column < vectors.length; column++) {
            long[] cells = new long[count];
            for (int i = 0; i < count; i++) {
                cells[i] = cell(first + i, column);
            }
            vectors[column] = vector(column, cells);
        }
        return new Table(schema, List.of(vectors));
    }

    private ColumnVector vector(int column, long[] cells) {
        BitSet absent = new BitSet();
        ColumnType type = schema.columns().get(column).type();
        boolean fraction = type == ColumnType.REAL;
        long nothing = fraction ? RowSpool.NO_NUMBER : RowSpool.NOTHING;
        for (int i = 0; i < cells.length; i++) {
            absent.set(i, cells[i] == nothing);
        }
        if (type == ColumnType.TEXT || type == ColumnType.CATEGORY) {
            String[] used = Arrays.stream(cells).filter(code -> code != nothing).distinct().mapToObj(code -> texts.get(column)[(int) code])
                    .toArray(String[]::new);
            List<String> dictionary = List.of(used);
            int[] codes = Arrays.stream(cells).mapToInt(code -> code == nothing ? -1 : dictionary.indexOf(texts.get(column)[(int) code])).toArray();
            return TextVector.of(codes, codes.length, dictionary);
        }
        if (fraction) {
            return DoubleVector.of(Arrays.stream(cells).mapToDouble(Double::longBitsToDouble).toArray(), cells.length, absent);
        }
        return LongVector.of(cells, cells.length, absent, scales[column]);
    }

    @Override
    public int compare(int column, int row, int other) {
        IntToLongFunction keys = keys(column, false).orElseThrow();
        return Long.compare(keys.applyAsLong(row), keys.applyAsLong(other));
    }

    @Override
    public Optional<IntToLongFunction> keys(int column, boolean descending) {
        int[] ranks = TableModel.ranks(Arrays.stream(texts.get(column)).map(word -> named(column, word)).toArray(String[]::new));
        boolean fraction = schema.columns().get(column).type() == ColumnType.REAL;
        return Optional.of(row -> {
            long cell = cell(row, column);
            if (cell == (fraction ? RowSpool.NO_NUMBER : RowSpool.NOTHING)) {
                return Long.MAX_VALUE;
            }
            long key = ranks.length > 0 ? ranks[(int) cell] : fraction ? SortKeys.of(Double.longBitsToDouble(cell)) : SortKeys.of(cell);
            return descending ? -key : key;
        });
    }

    @Override
    public Schema schema() {
        return schema;
    }
}
