package org.orrery.data;

import java.util.List;
import java.util.Optional;

/** Rows in memory, column by column. Immutable and safe for any number of threads. */
public final class Table {
    private final Schema schema;
    private final List<ColumnVector> vectors;
    private final int rows;

    /** @throws IllegalArgumentException when the vectors do not fit the schema or differ in length */
    public Table(Schema schema, List<ColumnVector> vectors) {
        if (schema.size() != vectors.size()) {
            throw new IllegalArgumentException(schema.size() + " columns, but " + vectors.size() + " vectors");
        }
        this.schema = schema;
        this.vectors = List.copyOf(vectors);
        this.rows = vectors.isEmpty() ? 0 : vectors.get(0).rows();
        for (ColumnVector vector : vectors) {
            if (vector.rows() != rows) {
                throw new IllegalArgumentException("Columns of different length");
            }
        }
    }

    /** A builder that takes rows of boxed values: for tables of results, not for large data. */
    public static TableBuilder builder(Schema schema) {
        return new TableBuilder(schema);
    }

    /** The columns. */
    public Schema schema() {
        return schema;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /** The values of the column at that position. */
    public ColumnVector column(int index) {
        return vectors.get(index);
    }

    /** The values of the column of that name. */
    public Optional<ColumnVector> find(String name) {
        int index = schema.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(vectors.get(index));
    }

    /**
     * The values of the column of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public ColumnVector column(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No column " + name));
    }

    /**
     * One value in boxed form: Long, Double, BigDecimal, String, Boolean, LocalDate, Instant or Duration by the type of
     * the column, and null when it is missing. For showing and writing single cells, not for loops over data.
     */
    public Object value(int row, int column) {
        return Cells.box(schema.columns().get(column).type(), vectors.get(column), row);
    }
}
