package org.orrery.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.render.RenderRequest;
import org.orrery.analysis.render.ResultRenderer;
import org.orrery.report.chart.SvgChartRenderer;
import org.orrery.report.text.Escapes;
import org.osgi.service.component.annotations.Component;

/**
 * One HTML file that needs no other: styles and charts are within, there is no script, and its content security policy
 * forbids every other resource. Light or dark as the reader's system is; prints on white.
 */
@Component(property = "format=html")
public final class HtmlResultRenderer implements ResultRenderer {
    private static final int ROWS = 200;
    /** About 3 MB of cells. */
    private static final int CELLS = 60_000;

    /** What surrounds the model. {@code style} is the text of the style sheet and {@code digest} its digest for the policy. */
    record Frame(String style, String digest, ReportModel.Page page) {
    }

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void render(RenderRequest request, OutputStream out) throws IOException {
        ReportModel model = new ReportModel(ROWS, CELLS, (chart, source) -> SvgChartRenderer.element(chart, Size.PAGE));
        String style = Templates.text("report.css");
        Frame frame = new Frame(style, digest(style), model.page(request));
        String html = Templates.compile("report.html", Escapes::xml).execute(frame);
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform must have it.
            throw new IllegalStateException(e);
        }
    }
}
