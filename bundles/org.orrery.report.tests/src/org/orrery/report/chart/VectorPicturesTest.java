package org.orrery.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;

/** PDF and EPS: files that a reader of that format can read (their structure is that of ISO 32000-1, 7.5), and the same drawing as SVG. */
class VectorPicturesTest {
    private static final Axis X = Axis.linear("x");
    private static final Axis Y = Axis.linear("y");

    private static byte[] drawn(ChartRenderer renderer, ChartSpec chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(chart, new Size(400, 300), out);
        return out.toByteArray();
    }

    private static String pdf(ChartSpec chart) throws IOException {
        return new String(drawn(new PdfChartRenderer(), chart), StandardCharsets.ISO_8859_1);
    }

    /** What the one page draws. */
    private static String page(String pdf) throws IOException {
        Matcher stream = Pattern.compile("/Length (\\d+) /Filter /FlateDecode >>\nstream\n").matcher(pdf);
        assertTrue(stream.find());
        int length = Integer.parseInt(stream.group(1));
        assertEquals("\nendstream", pdf.substring(stream.end() + length, stream.end() + length + 10));
        byte[] packed = pdf.substring(stream.end(), stream.end() + length).getBytes(StandardCharsets.ISO_8859_1);
        return new String(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void everyObjectOfAPdfLiesWhereItsTableSays() throws IOException {
        String pdf = pdf(SampleCharts.roc());
        assertTrue(pdf.startsWith("%PDF-1.4\n") && pdf.endsWith("%%EOF\n"));
        Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(pdf);
        assertTrue(start.find());
        String[] lines = pdf.substring(Integer.parseInt(start.group(1))).split("\n");
        assertArrayEquals(new String[] {"xref", "0 6"}, Arrays.copyOf(lines, 2));
        for (int object = 1; object < 6; object++) {
            assertEquals(19, lines[2 + object].length(), "20 bytes with the end of the line");
            int place = Integer.parseInt(lines[2 + object].substring(0, 10));
            assertTrue(pdf.startsWith(object + " 0 obj\n", place), "object " + object);
        }
        assertTrue(pdf.contains("/MediaBox [0 0 300 225]"), "400 by 300 pixels are 300 by 225 points");
    }

    @Test
    void theSameIsDrawnInBothFormatsAndTheSameEachTime() throws IOException {
        for (ChartSpec chart : List.of(SampleCharts.roc(), SampleCharts.bars(5), SampleCharts.scatter(500))) {
            String pdf = pdf(chart);
            assertEquals(pdf, pdf(chart));
            String eps = new String(drawn(new EpsChartRenderer(), chart), StandardCharsets.US_ASCII);
            assertTrue(eps.startsWith("%!PS-Adobe-3.0 EPSF-3.0\n") && eps.contains("%%BoundingBox: 0 0 300 225\n"), eps.substring(0, 200));
            assertTrue(eps.contains(page(pdf)), chart.title());
            assertTrue(eps.lines().allMatch(line -> line.length() < 256), "lines that PostScript allows");
        }
    }

    @Test
    void aLineGoesThroughThePlacesThatSvgGivesIt() throws IOException {
        ChartSpec chart = SampleCharts.of(Kind.LINE, X, Y, SampleCharts.data("s", new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, Double.NaN, 2, 1}));
        Picture picture = new ChartLayout().layout(chart, new Size(400, 300), true);
        Shape.Path path = picture.data().stream().filter(Shape.Path.class::isInstance).map(Shape.Path.class::cast).findFirst().orElseThrow();
        StringBuilder expected = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < path.x().length; i++) {
            boolean gap = Double.isNaN(path.y()[i]);
            expected.append(gap ? "" : VectorPage.number(path.x()[i]) + " " + VectorPage.number(path.y()[i]) + (down ? " l\n" : " m\n"));
            down = !gap;
        }
        String page = page(pdf(chart));
        assertEquals(2, expected.chars().filter(c -> c == 'm').count(), "a gap in the data lifts the pen");
        assertTrue(page.contains(expected + "S\n"), page);
        assertEquals(1, page.lines().filter("q"::equals).count());
        assertEquals(1, page.lines().filter("Q"::equals).count());
    }

    @Test
    void textOfAnyAlphabetIsDrawnAndNumbersHaveNoExponent() throws IOException {
        ChartSpec chart = SampleCharts.of(Kind.LINE, Axis.linear("\u00e4\u03b1\u0416 (x)\\"), Y, SampleCharts.data("s", new double[] {0, 1e-9}, new double[] {-1e12, 1e12}));
        String pdf = pdf(chart);
        assertTrue(page(pdf).lines().allMatch(line -> line.matches("(-?\\d+(\\.\\d{1,3})? )*(q|Q|cm|rg|RG|re|W|n|m|l|c|h|f\\*?|w|j|S)|\\[([\\d.]+ )*\\] 0 d")),
                () -> "operators that PDF knows");
        assertTrue(new String(drawn(new EpsChartRenderer(), chart), StandardCharsets.US_ASCII).contains("%%Title: "));
        assertEquals("0", VectorPage.number(-0.0001));
        assertEquals("1000000", VectorPage.number(1e300));
        assertEquals("-2.5", VectorPage.number(-2.5));
        assertEquals("100", VectorPage.number(100));
    }
}
