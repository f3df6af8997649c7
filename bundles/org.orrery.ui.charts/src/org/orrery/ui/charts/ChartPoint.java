package org.orrery.ui.charts;

import org.orrery.analysis.result.ChartSpec.Series;

/**
 * A point of a chart that the user has chosen.
 *
 * @param series the series it belongs to
 * @param x its horizontal position
 * @param y its vertical position
 */
public record ChartPoint(Series series, double x, double y) {
}
