package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.List;

import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.Ticks.Tick;
import org.orrery.analysis.render.Ticks;
import org.orrery.analysis.result.ChartSpec.Axis;

/** The marks of an axis that fit on so many pixels without touching. */
final class AxisLayout {
    static final double SIZE = 11;
    private static final double GAP = 10;
    private static final double LINE = 16;
    private static final double LONGEST = 140;

    /**
     * The marks of an axis.
     *
     * @param ticks where they are and what they say
     * @param turned whether the labels are turned, because they are too long to stand side by side
     * @param extent the width of the longest label in pixels
     */
    record Marks(List<Tick> ticks, boolean turned, double extent) {
    }

    private AxisLayout() {
    }

    static Marks horizontal(Axis axis, AxisRange range, double width) {
        if (!axis.categories().isEmpty()) {
            return horizontalNames(axis.categories(), width);
        }
        int most = Math.max(2, (int) (width / 50));
        List<Tick> ticks = ticks(range, most);
        while (most > 2 && widest(ticks) + GAP > spacing(ticks, range, width)) {
            most--;
            ticks = ticks(range, most);
        }
        return new Marks(ticks, false, widest(ticks));
    }

    static Marks vertical(Axis axis, AxisRange range, double height) {
        List<Tick> ticks = axis.categories().isEmpty()
                ? ticks(range, Math.max(2, (int) (height / 36)))
                : names(axis.categories(), Math.max(1, (int) Math.ceil(axis.categories().size() * LINE / height)), LONGEST);
        return new Marks(ticks, false, widest(ticks));
    }

    private static Marks horizontalNames(List<String> names, double width) {
        double slot = width / names.size();
        List<Tick> flat = names(names, 1, Double.MAX_VALUE);
        if (widest(flat) + GAP <= slot) {
            return new Marks(flat, false, widest(flat));
        }
        List<Tick> turned = names(names, Math.max(1, (int) Math.ceil(LINE / slot)), LONGEST);
        return new Marks(turned, true, widest(turned));
    }

    private static List<Tick> names(List<String> names, int every, double width) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i += every) {
            ticks.add(new Tick(i, TextWidth.fit(names.get(i), SIZE, width)));
        }
        return ticks;
    }

    private static List<Tick> ticks(AxisRange range, int most) {
        return range.logarithmic() ? Ticks.logarithmic(range.low(), range.high(), most) : Ticks.linear(range.low(), range.high(), most);
    }

    private static double widest(List<Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> TextWidth.of(tick.label(), SIZE)).max().orElse(0);
    }

    /** The least distance of two marks in pixels. */
    private static double spacing(List<Tick> ticks, AxisRange range, double width) {
        Scale scale = new Scale(range.low(), range.high(), range.logarithmic(), 0, width);
        double least = width;
        for (int i = 1; i < ticks.size(); i++) {
            least = Math.min(least, scale.at(ticks.get(i).value()) - scale.at(ticks.get(i - 1).value()));
        }
        return least;
    }
}
