package org.orrery.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.ChartSpec;

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
        };
        return NLS.bind(Messages.ChartDescription_chart, new Object[] {kind, chart.y().label(), chart.x().label(), String.join("; ", series)});
    }
}
