package org.orrery.ui.data.internal.rows;

/**
 * One column that rows are sorted by.
 *
 * @param column its position in the schema
 * @param descending whether the largest comes first; rows without a value come last either way
 */
record SortKey(int column, boolean descending) {
}
