package org.orrery.ui;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

import org.orrery.analysis.Names;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;

/** Rows of one or more blocks in memory as a grid shows them. */
public final class TableModel implements ValueModel {
    private final Schema schema;
    private final List<Table> blocks;
    private final int[] starts;
    private final int rows;
    private final List<GridColumn> columns;
    private final Function<Object, String> text;
    private final Names names;

    /** Rows of a data set, with their values as they stood in the file. */
    public static TableModel ofData(Schema schema, List<Table> blocks) {
        return new TableModel(schema, blocks, Map.of(), Formats::datum, Names.NONE);
    }

    /**
     * Rows of a result, with numbers rounded for the reader.
     *
     * @param labels what stands over a column, by its name; a column without a label shows its name
     * @param names what is read for the words in it
     */
    public static TableModel ofResult(Schema schema, List<Table> blocks, Map<String, String> labels, Names names) {
        return new TableModel(schema, blocks, labels, Formats::cell, names);
    }

    private TableModel(Schema schema, List<Table> blocks, Map<String, String> labels, Function<Object, String> text, Names names) {
        this.text = text;
        this.names = names;
        this.schema = schema;
        this.blocks = blocks.stream().filter(block -> block.rows() > 0).toList();
        this.starts = new int[this.blocks.size()];
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = count;
            count += this.blocks.get(i).rows();
        }
        this.rows = count;
        this.columns = columns(schema, labels);
    }

    static List<GridColumn> columns(Schema schema, Map<String, String> labels) {
        return schema.columns().stream()
                .map(column -> new GridColumn(labels.getOrDefault(column.name(), column.name()), column.name(), rightAligned(column.type()))).toList();
    }

    private static boolean rightAligned(ColumnType type) {
        return type.isNumeric() || type == ColumnType.DURATION;
    }

    @Override
    public List<GridColumn> columns() {
        return columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public String text(int row, int column) {
        return value(row, column) instanceof String word ? named(column, word) : text.apply(value(row, column));
    }

    private String named(int column, String word) {
        return names.value(schema.columns().get(column).name(), word);
    }

    @Override
    public Object value(int row, int column) {
        int block = block(row);
        return blocks.get(block).value(row - starts[block], column);
    }

    @Override
    public int compare(int column, int row, int other) {
        int first = block(row);
        int second = block(other);
        ColumnVector a = blocks.get(first).column(column);
        ColumnVector b = blocks.get(second).column(column);
        int i = row - starts[first];
        int j = other - starts[second];
        if (a.isMissing(i) || b.isMissing(j)) {
            return Boolean.compare(a.isMissing(i), b.isMissing(j));
        }
        if (a instanceof TextVector x && b instanceof TextVector y) {
            return String.CASE_INSENSITIVE_ORDER.compare(named(column, x.get(i)), named(column, y.get(j)));
        }
        return Double.compare(a.asDouble(i), b.asDouble(j));
    }

    @Override
    public Optional<IntToLongFunction> keys(int column, boolean descending) {
        Map<String, Integer> places = new HashMap<>();
        blocks.forEach(block -> {
            if (block.column(column) instanceof TextVector texts) {
                texts.dictionary().forEach(text -> places.putIfAbsent(text, places.size()));
            }
        });
        String[] texts = new String[places.size()];
        places.forEach((word, place) -> texts[place] = named(column, word));
        int[] ranks = ranks(texts);
        SortKeys[] keys = blocks.stream().map(block -> new SortKeys(block.column(column), descending, block.column(column) instanceof TextVector own
                ? own.dictionary().stream().mapToLong(text -> ranks[places.get(text)]).toArray() : null)).toArray(SortKeys[]::new);
        return Optional.of(row -> {
            int block = block(row);
            return keys[block].at(row - starts[block]);
        });
    }

    /** The place of each text in their order: whatever the case of their letters, then by it. */
    static int[] ranks(String[] texts) {
        Integer[] order = new Integer[texts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> texts[i], String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo)));
        int[] ranks = new int[texts.length];
        for (int i = 0; i < order.length; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    private int block(int row) {
        int found = Arrays.binarySearch(starts, row);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public Schema schema() {
        return schema;
    }
}
