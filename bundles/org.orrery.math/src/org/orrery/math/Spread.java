package org.orrery.math;

/**
 * Mean and standard deviation of some values.
 *
 * @param count how many values there are
 * @param mean their mean; NaN without values
 * @param sd the sample standard deviation, with n − 1; NaN with fewer than two values
 */
public record Spread(int count, double mean, double sd) {
    /** Of these values, in two passes; NaN among them makes mean and deviation NaN. */
    public static Spread of(double... values) {
        int count = values.length;
        if (count == 0) {
            return new Spread(0, Double.NaN, Double.NaN);
        }
        double mean = ExactSum.of(values) / count;
        ExactSum squares = new ExactSum();
        for (double value : values) {
            squares.add((value - mean) * (value - mean));
        }
        return new Spread(count, mean, count < 2 ? Double.NaN : Math.sqrt(squares.value() / (count - 1)));
    }
}
