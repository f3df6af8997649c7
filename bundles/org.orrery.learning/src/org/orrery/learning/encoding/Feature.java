package org.orrery.learning.encoding;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;

/**
 * A column that explains, as the encoder met it in training.
 *
 * @param name its name
 * @param type what its values mean
 */
public record Feature(String name, ColumnType type) {
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MICROS_PER_DAY = 86_400e6;

    static Feature of(Column column) {
        return new Feature(column.name(), column.type());
    }

    /**
     * The value as a number: days for dates and instants, seconds for durations. NaN when it is missing or not finite:
     * no model can take an infinite value.
     */
    public double number(ColumnVector values, int row) {
        double value = values.asDouble(row);
        if (type == ColumnType.TIMESTAMP) {
            value /= MICROS_PER_DAY;
        } else if (type == ColumnType.DURATION) {
            value /= MICROS_PER_SECOND;
        }
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
