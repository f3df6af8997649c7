package org.orrery.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.render.Scale;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;
import org.w3c.dom.Document;

class ChartPicturesTest {
    private static final Axis X = Axis.linear("x");
    private static final Axis Y = Axis.linear("y");

    @Test
    void everyKindOfChartIsWellFormedXml() throws Exception {
        for (ChartSpec chart : List.of(SampleCharts.roc(), SampleCharts.bars(5), SampleCharts.bars(60), SampleCharts.scatter(5_000),
                SampleCharts.of(Kind.STEP, X, Y, SampleCharts.data("s", new double[] {1, 2, 3}, new double[] {3, 1, 2})),
                SampleCharts.of(Kind.LINE, X, Y), SampleCharts.trials().parallel("Settings").get(0), SampleCharts.trials().contours(1).get(0))) {
            Document svg = parse(svg(chart));
            assertEquals("svg", svg.getDocumentElement().getLocalName());
            assertEquals(chart.title(), svg.getElementsByTagName("title").item(0).getTextContent());
            assertFalse(svg.getElementsByTagName("desc").item(0).getTextContent().isBlank());
        }
    }

    @Test
    void namesFromTheDataStayText() throws Exception {
        String bad = "</title><script>alert(1)</script>\" onload=\"x\u0000\uD800";
        ChartSpec chart = new ChartSpec("id", bad, Kind.BAR, Axis.categories(bad, List.of(bad)), Axis.linear(bad),
                List.of(SampleCharts.data(bad, new double[] {0}, new double[] {1}), SampleCharts.data(bad + "2", new double[] {0}, new double[] {1})), "");
        Document svg = parse(svg(chart));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertTrue(svg.getElementsByTagName("title").item(0).getTextContent().contains("<script>alert(1)</script>"));
    }

    @Test
    void thePictureIsTheSameEachTime() throws IOException {
        assertEquals(svg(SampleCharts.roc()), svg(SampleCharts.roc()));
    }

    @Test
    void aPngHasTwoPixelsForEachAndIsNotEmpty() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngChartRenderer().render(SampleCharts.roc(), new Size(400, 300), out);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(800, image.getWidth());
        assertEquals(600, image.getHeight());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        for (SeriesStyle style : SeriesStyle.of(SampleCharts.roc()).subList(0, 3)) {
            assertTrue(colours.contains(style.rgb()), Integer.toHexString(style.rgb()));
        }
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() throws IOException {
        ChartSpec chart = SampleCharts.of(Kind.LINE, X, Y,
                SampleCharts.data("s", new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, Double.NaN, 2, 1}));
        Path line = paths(chart).getFirst();
        assertEquals(1, Arrays.stream(line.y()).filter(Double::isNaN).count());
        String drawn = svg(chart).lines().filter(text -> text.contains("#0072b2") && text.contains("fill=\"none\"")).toList().getLast();
        assertEquals(2, drawn.chars().filter(c -> c == 'M').count());
    }

    @Test
    void aPointBetweenTwoGapsIsDrawnEvenInALongLine() {
        double[] x = new double[100];
        double[] y = new double[100];
        Arrays.setAll(x, i -> i);
        y[49] = Double.NaN;
        y[51] = Double.NaN;
        List<Markers> markers = shapes(SampleCharts.of(Kind.LINE, X, Y, SampleCharts.data("s", x, y)), Markers.class);
        assertEquals(1, markers.size());
        assertEquals(1, markers.getFirst().x().length);
    }

    @Test
    void aStepHoldsItsValueUntilTheNextPoint() {
        Path path = paths(SampleCharts.of(Kind.STEP, X, Y, SampleCharts.data("s", new double[] {0, 1}, new double[] {0, 1}))).getFirst();
        assertEquals(3, path.x().length);
        assertEquals(path.x()[1], path.x()[2]);
        assertEquals(path.y()[0], path.y()[1]);
    }

    @Test
    void aLineOfAMillionPointsMakesASmallPictureThatKeepsItsExtremes() throws IOException {
        double[] x = new double[1_000_000];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> Math.sin(i / 1e5));
        y[123_456] = 50;
        y[654_321] = -50;
        ChartSpec chart = SampleCharts.of(Kind.LINE, X, Y, SampleCharts.data("s", x, y));
        assertTrue(svg(chart).length() < 100_000);
        Path path = paths(chart).getFirst();
        AxisRange range = AxisRange.vertical(chart);
        Picture picture = new ChartLayout().layout(chart, Size.PAGE, true);
        Scale down = new Scale(range.low(), range.high(), false, picture.plot().bottom(), picture.plot().y());
        assertEquals(down.at(50), Arrays.stream(path.y()).min().orElseThrow());
        assertEquals(down.at(-50), Arrays.stream(path.y()).max().orElseThrow());
    }

    @Test
    void valuesWithoutAPlaceOnALogarithmicAxisAreGaps() {
        Axis log = new Axis("y", Double.NaN, Double.NaN, true, List.of());
        ChartSpec chart = SampleCharts.of(Kind.LINE, X, log, SampleCharts.data("s", new double[] {0, 1, 2, 3}, new double[] {1, 0, -5, 1000}));
        assertEquals(1, Arrays.stream(paths(chart).getFirst().y()).filter(Double::isNaN).count());
    }

    @Test
    void barsStandOnZeroAndDoNotOverlap() {
        ChartSpec chart = SampleCharts.bars(6);
        List<Box> boxes = shapes(chart, Box.class);
        assertEquals(12, boxes.size());
        List<Box> sorted = boxes.stream().sorted((a, b) -> Double.compare(a.x(), b.x())).toList();
        for (int i = 1; i < sorted.size(); i++) {
            assertTrue(sorted.get(i - 1).x() + sorted.get(i - 1).width() <= sorted.get(i).x() + 1e-9);
        }
        Scale down = down(chart);
        for (Box box : boxes) {
            assertTrue(Math.abs(box.y() - down.at(0)) < 1e-9 || Math.abs(box.y() + box.height() - down.at(0)) < 1e-9);
        }
    }

    @Test
    void noLabelTouchesAnother() {
        for (ChartSpec chart : List.of(SampleCharts.roc(), SampleCharts.bars(5), SampleCharts.scatter(50), manySeries(40), SampleCharts.trials().parallel("Settings").get(0),
                SampleCharts.trials().contours(1).get(0))) {
            for (Size size : List.of(Size.PAGE, new Size(320, 240), new Size(1600, 900))) {
                List<double[]> boxes = new ArrayList<>();
                for (Shape shape : new ChartLayout().layout(chart, size, true).frame()) {
                    if (shape instanceof Label label && label.angle() == 0) {
                        boxes.add(box(label));
                    }
                }
                for (int i = 0; i < boxes.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        assertFalse(overlap(boxes.get(i), boxes.get(j)), chart.id() + " " + size + " " + i + " " + j);
                    }
                    assertTrue(boxes.get(i)[0] >= 0 && boxes.get(i)[2] <= size.width() && boxes.get(i)[3] <= size.height(), chart.id() + " " + size);
                }
            }
        }
    }

    @Test
    void theLegendStandsBelowThePlotAndCountsWhatItLeavesOut() {
        Picture picture = new ChartLayout().layout(manySeries(200), Size.PAGE, true);
        List<Label> below = picture.frame().stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.text().matches("and \\d+ more")).toList();
        assertEquals(1, below.size());
        assertTrue(below.getFirst().y() > picture.plot().bottom());
        assertTrue(picture.plot().height() > picture.height() * 0.4);
    }

    /** 30 lines over four axes; the first axis is a log scale of its own, and 11 of the largest depth stands at the top of the second. */
    @Test
    void aCaseIsALineFromAxisToAxis() {
        ChartSpec chart = SampleCharts.trials().parallel("Settings").get(0);
        Picture picture = new ChartLayout().layout(chart, Size.PAGE, true);
        List<Path> lines = paths(chart).stream().filter(path -> path.x().length == 4).toList();
        assertEquals(30, lines.size());
        assertEquals(picture.plot().x(), lines.get(0).x()[0], 1e-9);
        assertEquals(picture.plot().right(), lines.get(0).x()[3], 1e-9);
        int deepest = 0;
        for (int i = 0; i < 30; i++) {
            deepest = chart.series().get(i).y()[1] > chart.series().get(deepest).y()[1] ? i : deepest;
        }
        assertEquals(picture.plot().y(), lines.get(deepest).y()[1], 1e-9);
        List<String> names = picture.frame().stream().filter(Label.class::isInstance).map(shape -> ((Label) shape).text()).toList();
        assertTrue(names.containsAll(List.of("learningRate", "maxDepth", "booster", "Accuracy", "0.1")), names::toString);
        assertTrue(shapes(chart, Label.class).stream().map(Label::text).toList().containsAll(List.of("linear", "trees")), "beside their axis");
    }

    /** 0 to 20 in steps of 2.5 on a page: numbers with a place are wider than those of a higher picture. */
    @Test
    void numbersThatAreWiderThanWasGuessedDoNotReachTheTitleOfTheirAxis() {
        for (double most : new double[] {12, 20, 33, 120, 1_234, 0.02}) {
            ChartSpec chart = SampleCharts.of(Kind.SCATTER, Axis.linear("Rows in a leaf"), Axis.linear("Largest depth"),
                    SampleCharts.data("Largest depth", new double[] {1, 46}, new double[] {most / 20, most}));
            List<Label> labels = new ChartLayout().layout(chart, Size.PAGE, true).frame().stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
            double title = labels.stream().filter(label -> label.angle() == -90).mapToDouble(Label::x).max().orElseThrow();
            double widest = labels.stream().filter(label -> label.anchor() == Shape.Anchor.END).mapToDouble(label -> label.x() - TextWidth.of(label.text(), label.size())).min()
                    .orElseThrow();
            assertTrue(widest > title, () -> most + ": " + widest + " is left of " + title);
        }
    }

    @Test
    void aSurfaceHasLinesWithTheirHeightsItsPointsAndAScale() throws IOException {
        ChartSpec chart = SampleCharts.trials().contours(1).get(0);
        Picture picture = new ChartLayout().layout(chart, Size.PAGE, true);
        assertEquals(30, shapes(chart, Markers.class).stream().filter(markers -> markers.radius() < 4).count());
        assertTrue(shapes(chart, Label.class).size() >= 3, "heights at their lines");
        assertTrue(shapes(chart, Box.class).size() < 1_500, "neighbours of one shade are one");
        assertTrue(picture.frame().stream().filter(Box.class::isInstance).map(Box.class::cast).allMatch(box -> box.x() > picture.plot().right()), "the scale of the colours");
        assertTrue(svg(chart).length() < 200_000, () -> "one picture takes " + chart.id());
    }

    @Test
    void degenerateDataStillMakeAPicture() throws IOException {
        double[][] cases = {{}, {5}, {Double.NaN}, {Double.POSITIVE_INFINITY, 1}, {-Double.MAX_VALUE, Double.MAX_VALUE}, {1e-300, 2e-300}, {7, 7, 7}};
        for (double[] values : cases) {
            for (Kind kind : Kind.values()) {
                for (boolean log : new boolean[] {false, true}) {
                    Axis axis = new Axis("a", Double.NaN, Double.NaN, log, List.of());
                    ChartSpec chart = SampleCharts.of(kind, axis, axis, SampleCharts.data("s", values, values));
                    String svg = svg(chart);
                    assertFalse(svg.contains("NaN") || svg.contains("Infinity"), kind + " " + Arrays.toString(values) + "\n" + svg);
                }
            }
        }
    }

    @Test
    void thirtySeriesDifferInColourAndDash() {
        Set<String> pairs = new HashSet<>();
        SeriesStyle.of(manySeries(30)).forEach(style -> pairs.add(style.rgb() + " " + style.dash()));
        assertEquals(30, pairs.size());
    }

    private static ChartSpec manySeries(int count) {
        Series[] series = new Series[count];
        for (int i = 0; i < count; i++) {
            series[i] = SampleCharts.data("series number " + i, new double[] {0, 1}, new double[] {i, i + 1});
        }
        return SampleCharts.of(Kind.LINE, X, Y, series);
    }

    private static double[] box(Label label) {
        double width = TextWidth.of(label.text(), label.size());
        double left = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        return new double[] {left, label.y() - label.size() * 0.8, left + width, label.y() + label.size() * 0.2};
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private static Scale down(ChartSpec chart) {
        AxisRange range = AxisRange.vertical(chart);
        Picture picture = new ChartLayout().layout(chart, Size.PAGE, true);
        return new Scale(range.low(), range.high(), range.logarithmic(), picture.plot().bottom(), picture.plot().y());
    }

    private static List<Path> paths(ChartSpec chart) {
        return shapes(chart, Path.class);
    }

    private static <T extends Shape> List<T> shapes(ChartSpec chart, Class<T> type) {
        return new ChartLayout().layout(chart, Size.PAGE, true).data().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static String svg(ChartSpec chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartRenderer renderer = new SvgChartRenderer();
        renderer.render(chart, Size.PAGE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setExpandEntityReferences(false);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertNotNull(document.getDocumentElement());
        return document;
    }
}
