package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.validation.ValidationScheme;

/**
 * What decides beside the classes which rows train and which test. Both arrays are empty when the scheme does not need them.
 *
 * @param groups the group of each row of the table, from 0 in the order of the values; −1 without a value
 * @param times when each row happened; NaN without a value
 */
record RowKeys(int[] groups, double[] times) {
    private static final RowKeys NONE = new RowKeys(new int[0], new double[0]);

    /** The columns that the scheme needs. */
    static List<String> columns(ClassificationSettings settings) {
        return switch (settings.validation()) {
            case GROUPED, FOLD_COLUMN -> settings.group().map(List::of).orElse(List.of());
            case TIME_ORDERED -> settings.time().map(List::of).orElse(List.of());
            case STRATIFIED, HOLD_OUT, LEAVE_ONE_OUT -> List.of();
        };
    }

    static RowKeys of(ClassificationSettings settings, Table table) throws AnalysisException {
        List<String> columns = columns(settings);
        if (columns.isEmpty()) {
            return NONE;
        }
        Column column = table.schema().find(columns.get(0)).orElseThrow();
        ColumnVector values = table.column(column.name());
        if (settings.validation() == ValidationScheme.TIME_ORDERED) {
            if (column.type().isText() || column.type() == ColumnType.BOOLEAN) {
                throw new AnalysisException(Code.BAD_SETTING, "time", NLS.bind(Messages.RowKeys_noTime, column.name(), column.type().id()));
            }
            double[] times = new double[values.rows()];
            Arrays.setAll(times, values::asDouble);
            return new RowKeys(new int[0], times);
        }
        return new RowKeys(groups(values), new double[0]);
    }

    /** Those of some rows. */
    RowKeys of(int[] rows) {
        return new RowKeys(groups.length == 0 ? groups : Arrays.stream(rows).map(row -> groups[row]).toArray(),
                times.length == 0 ? times : Arrays.stream(rows).mapToDouble(row -> times[row]).toArray());
    }

    /** Whether that row can be used. */
    boolean isPresent(int row) {
        return (groups.length == 0 || groups[row] >= 0) && (times.length == 0 || Double.isFinite(times[row]));
    }

    private static int[] groups(ColumnVector values) {
        int[] groups = new int[values.rows()];
        Map<Object, Integer> seen = new HashMap<>();
        List<Object> keys = new ArrayList<>();
        for (int row = 0; row < groups.length; row++) {
            groups[row] = values.isMissing(row) ? -1 : seen.computeIfAbsent(key(values, row), key -> {
                keys.add(key);
                return keys.size() - 1;
            });
        }
        // By value, so that the numbers do not depend on the order of the rows.
        Object[] sorted = keys.toArray();
        Arrays.sort(sorted);
        int[] renumbered = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            renumbered[seen.get(sorted[i])] = i;
        }
        Arrays.setAll(groups, row -> groups[row] < 0 ? -1 : renumbered[groups[row]]);
        return groups;
    }

    private static Object key(ColumnVector values, int row) {
        return switch (values) {
            case TextVector texts -> texts.get(row);
            case LongVector longs -> longs.get(row);
            case DoubleVector doubles -> doubles.get(row);
        };
    }
}
