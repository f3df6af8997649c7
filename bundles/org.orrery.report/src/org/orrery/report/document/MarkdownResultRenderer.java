package org.orrery.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.orrery.analysis.render.RenderRequest;
import org.orrery.analysis.render.ResultRenderer;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.report.text.Escapes;
import org.osgi.service.component.annotations.Component;

/** Markdown in GitHub's dialect. A single text file holds no picture: charts are named with their series. */
@Component(property = "format=md")
public final class MarkdownResultRenderer implements ResultRenderer {
    private static final int ROWS = 50;
    private static final int CELLS = 20_000;

    @Override
    public String format() {
        return "md";
    }

    @Override
    public void render(RenderRequest request, OutputStream out) throws IOException {
        ReportModel model = new ReportModel(ROWS, CELLS, (chart, source) -> series(chart));
        String markdown = Templates.compile("report.md", Escapes::markdown).execute(model.page(request));
        // Empty lists leave several blank lines; one is enough.
        out.write(markdown.replaceAll("\n{3,}", "\n\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String series(ChartSpec chart) {
        return chart.series().stream().map(ChartSpec.Series::name).collect(Collectors.joining("; "));
    }
}
