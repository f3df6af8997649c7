/**
 * Described charts as controls of the workbench: {@link org.orrery.ui.charts.ChartView} draws one, with the colours, dashes
 * and markers that reports use.
 */
package org.orrery.ui.charts;
