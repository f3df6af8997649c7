package org.orrery.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Kind;

/** A chart in words, for those who cannot see it. */
final class ChartDescription {
    private static final int NAMED = 12;

    private ChartDescription() {
    }

    static String of(ChartSpec chart) {
        List<String> series = chart.series().stream().limit(NAMED)
                .map(one -> NLS.bind(Messages.ChartDescription_series, one.name(), String.format(Locale.ENGLISH, "%,d", one.x().length)))
                .collect(Collectors.toList());
        if (chart.series().size() > NAMED) {
            series.add(NLS.bind(Messages.LegendLayout_more, chart.series().size() - NAMED));
        }
        String kind = switch (chart.kind()) {
            case LINE -> Messages.ChartDescription_line;
            case STEP -> Messages.ChartDescription_step;
            case SCATTER -> Messages.ChartDescription_scatter;
            case BAR -> Messages.ChartDescription_bar;
            case PARALLEL -> Messages.ChartDescription_parallel;
            case CONTOUR -> Messages.ChartDescription_contour;
        };
        String axes = chart.kind() == Kind.PARALLEL ? NLS.bind(Messages.ChartDescription_across, kind, String.join(", ", chart.x().categories()))
                : NLS.bind(Messages.ChartDescription_over, new Object[] {kind, chart.y().label(), chart.x().label()});
        return NLS.bind(Messages.ChartDescription_chart, axes, String.join("; ", series));
    }
}
