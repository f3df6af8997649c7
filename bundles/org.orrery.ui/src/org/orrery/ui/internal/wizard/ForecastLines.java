package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.forecast.RunForecast.Span;
import org.orrery.ui.Formats;

/** What earlier runs tell about the time of one, in lines. */
final class ForecastLines {
    private ForecastLines() {
    }

    static List<List<String>> of(RunForecast forecast) {
        List<List<String>> lines = new ArrayList<>();
        if (forecast.parts().isEmpty()) {
            lines.add(List.of(Messages.ForecastLines_whole, Messages.ForecastLines_noHistory));
            return lines;
        }
        forecast.whole().ifPresent(whole -> lines.add(List.of(Messages.ForecastLines_whole, NLS.bind(Messages.ForecastLines_spanOfRuns,
                new Object[] {Formats.seconds(whole.seconds()), Formats.seconds(whole.low()), Formats.seconds(whole.high()), forecast.runs()}))));
        for (RunForecast.Part part : forecast.parts()) {
            lines.add(List.of(NLS.bind(Messages.ForecastLines_part, part.id()), part.slow() ? NLS.bind(Messages.ForecastLines_slow, span(part.time()))
                    : span(part.time())));
        }
        for (String id : forecast.unknown()) {
            lines.add(List.of(NLS.bind(Messages.ForecastLines_part, id), Messages.ForecastLines_noHistory));
        }
        return lines;
    }

    private static String span(Span span) {
        return NLS.bind(Messages.ForecastLines_span,
                new Object[] {Formats.seconds(span.seconds()), Formats.seconds(span.low()), Formats.seconds(span.high())});
    }
}
