package org.orrery.report.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.result.ChartSpec;
import org.osgi.service.component.annotations.Component;

/** Draws charts as encapsulated PostScript, level 2: what {@link PdfChartRenderer} draws, for those whose typesetting takes no PDF. */
@Component(property = "format=eps")
public final class EpsChartRenderer implements ChartRenderer {
    /** The operators of PDF in terms of PostScript. */
    private static final String OPERATORS = """
            /orrery 24 dict def orrery begin
            /q { gsave } bind def /Q { grestore } bind def /cm { 6 array astore concat } bind def
            /m { moveto } bind def /l { lineto } bind def /c { curveto } bind def /h { closepath } bind def
            /re { 4 2 roll moveto 1 index 0 rlineto 0 exch rlineto neg 0 rlineto closepath } bind def
            /f { fill } bind def /f* { eofill } bind def /S { stroke } bind def /W { clip } bind def /n { newpath } bind def
            /rg { setrgbcolor } bind def /RG { setrgbcolor } bind def /w { setlinewidth } bind def /j { setlinejoin } bind def /d { setdash } bind def
            """;

    @Override
    public String format() {
        return "eps";
    }

    @Override
    public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
        Picture picture = new ChartLayout().layout(chart, size, true);
        double width = picture.width() * VectorPage.POINTS;
        double height = picture.height() * VectorPage.POINTS;
        String file = "%!PS-Adobe-3.0 EPSF-3.0\n%%Creator: Orrery\n%%Title: " + comment(picture.title()) + "\n%%BoundingBox: 0 0 " + (long) Math.ceil(width) + " "
                + (long) Math.ceil(height) + "\n%%HiResBoundingBox: 0 0 " + VectorPage.number(width) + " " + VectorPage.number(height)
                + "\n%%LanguageLevel: 2\n%%EndComments\n" + OPERATORS + new VectorPage().write(picture) + "end\nshowpage\n%%EOF\n";
        out.write(file.getBytes(StandardCharsets.US_ASCII));
    }

    /** Comments hold printable ASCII, and a line at most 255 of it. */
    private static String comment(String title) {
        String plain = title.replaceAll("[^ -~]", "?");
        return plain.substring(0, Math.min(plain.length(), 200));
    }
}
