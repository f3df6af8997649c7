package org.orrery.report.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.result.ChartSpec;
import org.osgi.service.component.annotations.Component;

/** Draws charts as SVG. */
@Component(property = "format=svg")
public final class SvgChartRenderer implements ChartRenderer {
    @Override
    public String format() {
        return "svg";
    }

    @Override
    public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
        String document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new SvgWriter().write(new ChartLayout().layout(chart, size, true), true);
        out.write(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The chart as an element within a page that shows its title itself. */
    public static String element(ChartSpec chart, Size size) {
        return new SvgWriter().write(new ChartLayout().layout(chart, size, false), false);
    }
}
