package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.ui.TableModel;
import org.orrery.ui.ValueModel;

/**
 * The rows of a table summed up by the values of one of its columns: how many rows have each value, and the sum and the mean of each column of numbers
 * over them; rows without a number in it do not count there. The largest group comes first. Takes time with many rows: not for the user interface thread.
 */
final class Groups {
    /** More groups are no summary any more. */
    static final int MOST = 100_000;

    private static final class Sums {
        private final double[] sums;
        private final long[] counts;
        private long rows;

        Sums(int columns) {
            sums = new double[columns];
            counts = new long[columns];
        }
    }

    private Groups() {
    }

    /**
     * The groups.
     *
     * @param cancelled asked now and then
     * @throws IllegalArgumentException when there are more than {@value #MOST}
     */
    static ValueModel of(ValueModel model, int column, BooleanSupplier cancelled) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < model.schema().size(); i++) {
            if (i != column && model.columns().get(i).number() && model.schema().columns().get(i).type().isNumeric()) {
                numbers.add(i);
            }
        }
        Map<String, Sums> groups = new HashMap<>();
        for (int row = 0; row < model.rows(); row++) {
            if ((row & 0xFFF) == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            add(groups.computeIfAbsent(model.text(row, column), text -> new Sums(numbers.size())), model, row, numbers);
            if (groups.size() > MOST) {
                throw new IllegalArgumentException(NLS.bind(Messages.Groups_tooMany, model.columns().get(column).title(), MOST));
            }
        }
        return table(model, column, numbers, groups);
    }

    private static void add(Sums sums, ValueModel model, int row, List<Integer> numbers) {
        sums.rows++;
        for (int i = 0; i < numbers.size(); i++) {
            if (model.value(row, numbers.get(i)) instanceof Number number && !Double.isNaN(number.doubleValue())) {
                sums.sums[i] += number.doubleValue();
                sums.counts[i]++;
            }
        }
    }

    private static ValueModel table(ValueModel model, int column, List<Integer> numbers, Map<String, Sums> groups) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("group", ColumnType.TEXT), Column.of("rows", ColumnType.INTEGER))); //$NON-NLS-1$ //$NON-NLS-2$
        Map<String, String> labels = new HashMap<>(Map.of("group", model.columns().get(column).title(), "rows", Messages.Groups_rows)); //$NON-NLS-1$ //$NON-NLS-2$
        for (int number : numbers) {
            String title = model.columns().get(number).title();
            columns.add(Column.of("sum." + number, ColumnType.REAL)); //$NON-NLS-1$
            columns.add(Column.of("mean." + number, ColumnType.REAL)); //$NON-NLS-1$
            labels.put("sum." + number, NLS.bind(Messages.Groups_sum, title)); //$NON-NLS-1$
            labels.put("mean." + number, NLS.bind(Messages.Groups_mean, title)); //$NON-NLS-1$
        }
        Schema schema = new Schema(columns);
        TableBuilder table = Table.builder(schema);
        groups.entrySet().stream().sorted(Comparator.comparingLong((Map.Entry<String, Sums> group) -> -group.getValue().rows).thenComparing(Map.Entry::getKey))
                .forEach(group -> table.row(cells(group.getKey(), group.getValue())));
        return TableModel.ofResult(schema, List.of(table.build()), labels, Names.NONE);
    }

    private static Object[] cells(String value, Sums sums) {
        Object[] cells = new Object[2 + 2 * sums.sums.length];
        cells[0] = value;
        cells[1] = sums.rows;
        for (int i = 0; i < sums.sums.length; i++) {
            cells[2 + 2 * i] = sums.counts[i] == 0 ? null : sums.sums[i];
            cells[3 + 2 * i] = sums.counts[i] == 0 ? null : sums.sums[i] / sums.counts[i];
        }
        return cells;
    }
}
