/**
 * Draws a described chart without a display. {@link org.orrery.report.chart.ChartLayout} decides once where everything
 * stands; the writers for SVG and PNG only translate its shapes.
 */
package org.orrery.report.chart;
