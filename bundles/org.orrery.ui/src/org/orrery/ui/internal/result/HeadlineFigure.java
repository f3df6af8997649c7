package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.ui.Formats;

/**
 * A figure as the reader sees it, with its standard deviation when the result has that as a figure of its own.
 *
 * @param name the stable name
 * @param label what it is
 * @param value how much
 */
public record HeadlineFigure(String name, String label, String value) {
    private static final String DEVIATION = "Sd"; //$NON-NLS-1$

    /**
     * The figures of a result: words first, then the one that the list of runs shows, then the others as they come.
     *
     * @param names what is read for the words among them
     */
    public static List<HeadlineFigure> of(Result result, Names names) {
        List<Figure> order = new ArrayList<>(result.figures());
        order.sort(Comparator.comparingInt(figure -> figure.value() instanceof String ? 0 : figure.name().equals(result.best()) ? 1 : 2));
        return order.stream().filter(figure -> !isDeviation(result, figure)).map(figure -> of(result, figure, names)).toList();
    }

    private static boolean isDeviation(Result result, Figure figure) {
        String name = figure.name();
        return name.endsWith(DEVIATION) && result.figure(name.substring(0, name.length() - DEVIATION.length())).isPresent();
    }

    private static HeadlineFigure of(Result result, Figure figure, Names names) {
        Optional<Figure> deviation = result.figure(figure.name() + DEVIATION);
        String value = figure.value() instanceof String word ? names.value(figure.name(), word) : Formats.figure(figure);
        return new HeadlineFigure(figure.name(), figure.label(),
                deviation.map(spread -> NLS.bind(Messages.HeadlineFigure_spread, value, Formats.figure(spread))).orElse(value));
    }
}
