package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.report.chart.Shape.Anchor;
import org.orrery.report.chart.Shape.Label;

/** The legend: rows of entries below the plot, so that it can hide no data. What does not fit is counted in its last entry. */
final class LegendLayout {
    static final double ROW = 20;
    private static final double SIZE = 12;
    private static final double SAMPLE = 28;
    private static final double GAP = 18;

    private record Entry(int series, String text, double width) {
    }

    private final List<List<Entry>> rows = new ArrayList<>();
    private final ChartSpec chart;

    /** @param most how many rows there may be */
    LegendLayout(ChartSpec chart, double width, int most) {
        this.chart = chart;
        if (chart.kind() == ChartSpec.Kind.CONTOUR || chart.series().size() < 2 && chart.series().stream().allMatch(series -> series.name().isEmpty()
                || series.name().equals(chart.y().label()))) {
            return;
        }
        double used = 0;
        for (int i = 0; i < chart.series().size(); i++) {
            Entry entry = entry(i, chart.series().get(i).name(), Math.min(width / 2, 260));
            if (rows.isEmpty() || used + entry.width() > width) {
                if (rows.size() == most) {
                    more(chart.series().size() - i, width);
                    return;
                }
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(entry);
            used += entry.width();
        }
    }

    private static Entry entry(int series, String name, double most) {
        String text = TextWidth.fit(name, SIZE, most - SAMPLE - GAP);
        return new Entry(series, text, SAMPLE + TextWidth.of(text, SIZE) + GAP);
    }

    /** Makes room in the last row for an entry that says how many there would be. */
    private void more(int left, double width) {
        List<Entry> row = rows.getLast();
        int hidden = left;
        while (true) {
            String text = NLS.bind(Messages.LegendLayout_more, hidden);
            double needed = TextWidth.of(text, SIZE) + GAP;
            if (row.isEmpty() || row.stream().mapToDouble(Entry::width).sum() + needed <= width) {
                row.add(new Entry(-1, text, needed));
                return;
            }
            row.removeLast();
            hidden++;
        }
    }

    double height() {
        return rows.isEmpty() ? 0 : rows.size() * ROW + 6;
    }

    /** The shapes, with the upper left corner at that position. */
    List<Shape> at(double left, double top, List<SeriesStyle> styles) {
        List<Shape> shapes = new ArrayList<>();
        double y = top + ROW / 2 + 4;
        for (List<Entry> row : rows) {
            double x = left;
            for (Entry entry : row) {
                double text = x;
                if (entry.series() >= 0) {
                    shapes.addAll(SeriesShapes.sample(chart, entry.series(), styles.get(entry.series()), x, y - 4));
                    text += SAMPLE;
                }
                shapes.add(new Label(text, y, entry.text(), SIZE, Anchor.START, 0, false, Ink.TEXT));
                x += entry.width();
            }
            y += ROW;
        }
        return shapes;
    }
}
