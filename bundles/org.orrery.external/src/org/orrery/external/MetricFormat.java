package org.orrery.external;

/** How metrics stand in what a program writes. */
public enum MetricFormat {
    /** By a regular expression: each named group is a metric, {@code step}, {@code epoch} and {@code iteration} give its place. */
    PATTERN,
    /** Lines that are JSON objects: each member that is a number is a metric. */
    JSON_LINES,
    /** {@code name=number} or {@code name: number}, any number of them in a line. */
    KEY_VALUE,
    /** A CSV file with a header that the program adds rows to: each column of numbers is a metric. */
    CSV,
    /** The event files of TensorBoard: each scalar is a metric. */
    TENSORBOARD
}
