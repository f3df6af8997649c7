package org.orrery.ui.charts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Resource;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.render.SeriesStyle;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;



class ChartViewTest {
    private static Display display;
    private Shell shell;
    private ChartView view;

    @BeforeAll
    static void openDisplay() {
        // One for all classes: what a chart has drawn with is of the first one of its process.
        display = Display.getCurrent() == null ? new Display() : Display.getCurrent();
    }

    @BeforeEach
    void openView() {
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(640, 480);
        view = new ChartView(shell, SWT.NONE);
        shell.open();
        settle();
    }

    @AfterEach
    void closeView() {
        shell.dispose();
    }

    @Test
    void theRocCurveIsDrawnInTheColoursAndDashesOfReports() {
        show(roc());
        List<SeriesStyle> styles = SeriesStyle.of(roc());
        ILineSeries<?> forest = (ILineSeries<?>) series("s0.0");
        ILineSeries<?> tree = (ILineSeries<?>) series("s1.0");
        assertEquals(new Color(styles.get(0).rgb() >> 16, styles.get(0).rgb() >> 8 & 0xFF, styles.get(0).rgb() & 0xFF).getRGB(), forest.getLineColor().getRGB());
        assertEquals(LineStyle.SOLID, forest.getLineStyle());
        assertEquals(LineStyle.DASH, tree.getLineStyle());
        assertTrue(view.control().getLegend().isVisible());
        assertEquals(1, view.control().getAxisSet().getXAxis(0).getRange().upper);
        waitFor(() -> colours(picture()) > 20);
    }

    @Test
    void aDarkGroundGivesADarkChartEvenWhenItComesLater() {
        show(roc());
        view.setForeground(new Color(230, 230, 230));
        view.setBackground(new Color(30, 31, 34));
        RGB dark = new RGB(30, 31, 34);
        waitFor(() -> {
            ImageData picture = picture();
            return picture.palette.getRGB(picture.getPixel(2, 2)).equals(dark);
        });
        assertEquals(new Color(230, 230, 230).getRGB(), view.control().getAxisSet().getXAxis(0).getTitle().getForeground().getRGB());
    }

    @Test
    void aGapInTheDataIsAGapInTheLine() {
        show(chart(Kind.LINE, Axis.linear("x"), data("s", new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, Double.NaN, 2, 1})));
        assertEquals(2, all().length);
        assertEquals(1, Arrays.stream(all()).filter(ISeries::isVisibleInLegend).count());
    }

    @Test
    void aMillionPointsAreThinnedAndKeepTheirExtremes() {
        double[] x = new double[1_000_000];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> i);
        Arrays.setAll(y, i -> Math.sin(i / 1e5));
        y[123_456] = 50;
        y[765_432] = -50;
        show(chart(Kind.LINE, Axis.linear("x"), data("s", x, y)));
        double[] drawn = all()[0].getYSeries();
        assertTrue(drawn.length < 5_000, drawn.length + " points");
        assertEquals(50, Arrays.stream(drawn).max().orElseThrow());
        assertEquals(-50, Arrays.stream(drawn).min().orElseThrow());
    }

    @Test
    void eachKindOfChartCanFollowAnyOther() {
        List<ChartSpec> charts = new ArrayList<>();
        List<ChartSpec> bare = new ArrayList<>();
        Axis log = new Axis("x", Double.NaN, Double.NaN, true, List.of());
        Axis names = Axis.categories("x", List.of("a", "b", "c"));
        double[] x = {0, 1, 2};
        for (Kind kind : Kind.values()) {
            for (Axis axis : List.of(Axis.linear("x"), log, names)) {
                charts.add(chart(kind, axis, data("s", x, new double[] {3, Double.NaN, -1}), data("t", x, new double[] {1, 2, Double.POSITIVE_INFINITY})));
                bare.add(chart(kind, axis));
                bare.add(chart(kind, axis, data("s", new double[0], new double[0])));
                bare.add(chart(kind, axis, data("s", new double[] {1}, new double[] {1})));
            }
        }
        for (ChartSpec first : charts) {
            for (ChartSpec second : charts) {
                view.setChart(first);
                view.setChart(second);
            }
        }
        for (ChartSpec chart : bare) {
            show(chart);
            waitFor(() -> colours(picture()) > 1);
        }
        show(charts.getLast());
        assertEquals(charts.getLast(), view.chart().orElseThrow());
    }

    @Test
    void barsStandOverTheirNames() {
        show(chart(Kind.BAR, Axis.categories("x", List.of("a", "b", "c")), data("s", new double[] {2, 0}, new double[] {5, 7})));
        IBarSeries<?> bars = (IBarSeries<?>) series("s0");
        assertEquals("[7.0, 0.0, 5.0]", Arrays.toString(bars.getYSeries()));
        assertEquals("[a, b, c]", Arrays.toString(view.control().getAxisSet().getXAxis(0).getCategorySeries()));
    }

    @Test
    void drawingARectangleZoomsAndADoubleClickShowsEverything() {
        show(roc());
        mouse(SWT.MouseDown, 50, 50);
        mouse(SWT.MouseMove, 150, 120);
        mouse(SWT.MouseUp, 150, 120);
        Range zoomed = view.control().getAxisSet().getXAxis(0).getRange();
        assertTrue(zoomed.upper - zoomed.lower < 0.5, zoomed.toString());
        view.setChart(roc());
        assertEquals(zoomed.upper, view.control().getAxisSet().getXAxis(0).getRange().upper, "a live update keeps the zoom");
        mouse(SWT.MouseDoubleClick, 100, 100);
        assertEquals(0, view.control().getAxisSet().getXAxis(0).getRange().lower);
        assertEquals(1, view.control().getAxisSet().getXAxis(0).getRange().upper);
    }

    @Test
    void aRectangleDrawnWithControlSelectsItsPointsAndSelectedPointsHaveRings() {
        show(roc());
        List<ChartPoint> chosen = new ArrayList<>();
        view.onBrush(chosen::addAll);
        Point size = view.control().getPlotArea().getSize();
        mouse(SWT.MouseDown, SWT.MOD1, 0, 0);
        mouse(SWT.MouseMove, SWT.MOD1, size.x, size.y);
        mouse(SWT.MouseUp, SWT.MOD1, size.x, size.y);
        assertEquals(roc().series().stream().mapToInt(series -> series.x().length).sum(), chosen.size(), "all lie within");
        assertTrue(view.part().isEmpty(), "nothing is zoomed");
        view.mark(chosen);
        assertEquals(chosen, view.marked());
        view.toggle(roc().series().get(0));
        chosen.clear();
        mouse(SWT.MouseDown, SWT.MOD1, 0, 0);
        mouse(SWT.MouseUp, SWT.MOD1, size.x, size.y);
        assertEquals(0, chosen.size(), "a rectangle that is not drawn selects nothing");
    }

    @Test
    void thePartThatIsZoomedToIsKnownAndShownAgain() {
        show(roc());
        assertTrue(view.part().isEmpty());
        view.zoom(0.5);
        ChartPart part = view.part().orElseThrow();
        assertEquals(new ChartPart(0.25, 0.75, 0.25, 0.75), part);
        view.resetZoom();
        assertTrue(view.part().isEmpty());
        view.show(part);
        assertEquals(part, view.part().orElseThrow());
        assertEquals(0.75, view.control().getAxisSet().getXAxis(0).getRange().upper);
    }

    @Test
    void aClickOnTheLegendHidesALineAndAnotherBringsItBack() {
        show(roc());
        org.eclipse.swt.graphics.Rectangle entry = view.control().getLegend().getBounds("s0.0");
        Control legend = (Control) view.control().getLegend();
        Event click = new Event();
        click.x = entry.x + entry.width / 2;
        click.y = entry.y + entry.height / 2;
        legend.notifyListeners(SWT.MouseUp, click);
        assertFalse(series("s0.0").isVisible());
        assertTrue(series("s1.0").isVisible());
        assertTrue(series("s0.0").isVisibleInLegend(), "to be clicked again");
        settle();
        legend.notifyListeners(SWT.MouseUp, click);
        assertTrue(series("s0.0").isVisible());
    }

    @Test
    void theWheelZoomsWhereTheMouseIsAndBackspaceGoesBack() {
        show(roc());
        Point size = view.control().getPlotArea().getSize();
        Event wheel = new Event();
        wheel.count = 3;
        view.control().getPlotArea().getControl().notifyListeners(SWT.MouseVerticalWheel, wheel);
        Range zoomed = view.control().getAxisSet().getXAxis(0).getRange();
        assertEquals(0, zoomed.lower, 1e-9, "the point under the mouse stays");
        assertEquals(0.8, zoomed.upper, 1e-9);
        Event event = new Event();
        event.button = 2;
        event.x = size.x / 2;
        view.control().getPlotArea().getControl().notifyListeners(SWT.MouseDown, event);
        event.x = 0;
        view.control().getPlotArea().getControl().notifyListeners(SWT.MouseUp, event);
        assertEquals(0.4, view.control().getAxisSet().getXAxis(0).getRange().lower, 0.01, "moved by half of what is seen");
        key('\b', SWT.BS);
        assertEquals(0, view.control().getAxisSet().getXAxis(0).getRange().lower, 1e-9);
        key('\b', SWT.BS);
        assertEquals(1, view.control().getAxisSet().getXAxis(0).getRange().upper, 1e-9);
    }

    @Test
    void theKeyboardZoomsAndMoves() {
        show(roc());
        key('+', '+');
        Range zoomed = view.control().getAxisSet().getXAxis(0).getRange();
        assertEquals(0.8, zoomed.upper - zoomed.lower, 1e-9);
        key((char) 0, SWT.ARROW_RIGHT);
        assertTrue(view.control().getAxisSet().getXAxis(0).getRange().lower > zoomed.lower);
        key((char) 0, SWT.HOME);
        assertEquals(0, view.control().getAxisSet().getXAxis(0).getRange().lower);
    }

    @Test
    void thePointUnderTheMouseIsNamed() {
        show(roc());
        Control plot = view.control().getPlotArea().getControl();
        int x = view.control().getAxisSet().getXAxis(0).getPixelCoordinate(0.5);
        int y = view.control().getAxisSet().getYAxis(0).getPixelCoordinate(Math.pow(0.5, 0.2));
        mouse(SWT.MouseMove, x, y);
        assertTrue(plot.getToolTipText().startsWith("random-forest\nFalse positive rate: 0.5"), plot.getToolTipText());
        mouse(SWT.MouseMove, x, plot.getSize().y - 2);
        assertNull(plot.getToolTipText());
    }

    @Test
    void screenReadersHearWhatTheChartShows() {
        show(roc());
        assertEquals("ROC: True positive rate over False positive rate. Series: random-forest; decision-tree; chance.", view.description());
    }

    @Test
    void savingHandsTheChartToTheRendererOfTheFormat(@TempDir Path folder) throws IOException {
        ChartRenderer renderer = new ChartRenderer() {
            @Override
            public String format() {
                return "svg";
            }

            @Override
            public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
                out.write(chart.id().getBytes());
            }
        };
        List<IOException> failures = new ArrayList<>();
        ChartExport export = new ChartExport(List.of(renderer), Runnable::run, failures::add);
        export.save(roc(), "svg", ChartRenderer.Size.PAGE, folder.resolve("roc.svg"));
        assertEquals("roc", Files.readString(folder.resolve("roc.svg")));
        export.save(roc(), "svg", ChartRenderer.Size.PAGE, folder.resolve("none/roc.svg"));
        assertEquals(1, failures.size());
        assertEquals(List.of("svg"), export.formats());
    }

    @Test
    void copyingPutsThePictureOnTheClipboard() {
        ChartRenderer renderer = new ChartRenderer() {
            @Override
            public String format() {
                return "png";
            }

            @Override
            public void render(ChartSpec chart, Size size, OutputStream out) {
                ImageLoader picture = new ImageLoader();
                picture.data = new ImageData[] {new ImageData(7, 5, 24, new PaletteData(0xff0000, 0xff00, 0xff))};
                picture.save(out, SWT.IMAGE_PNG);
            }
        };
        assertFalse(view.canCopy());
        view.setExport(new ChartExport(List.of(renderer), Runnable::run, failure -> fail(failure)));
        view.setChart(roc());
        view.copy();
        while (display.readAndDispatch()) {
            continue;
        }
        Clipboard clipboard = new Clipboard(display);
        try {
            ImageData copied = (ImageData) clipboard.getContents(ImageTransfer.getInstance());
            assertEquals(7, copied.width);
            assertEquals(5, copied.height);
        } finally {
            clipboard.dispose();
        }
    }

    @Test
    void closingLeavesNoResourceBehind() {
        List<Error> left = new ArrayList<>();
        Resource.setNonDisposeHandler(left::add);
        try {
            show(roc());
            picture();
            view.dispose();
            assertTrue(view.isDisposed());
            System.gc();
            settle();
            assertEquals(List.of(), left);
        } finally {
            Resource.setNonDisposeHandler(null);
        }
        assertFalse(shell.isDisposed());
        assertNotEquals(0, shell.getSize().x);
    }

    static ChartSpec roc() {
        return new ChartSpec("roc", "ROC", Kind.LINE, Axis.linear("False positive rate", 0, 1), Axis.linear("True positive rate", 0, 1),
                List.of(curve("random-forest", 0.2), curve("decision-tree", 0.5),
                        new Series("chance", new double[] {0, 1}, new double[] {0, 1}, Role.REFERENCE)),
                "roc");
    }

    private static Series curve(String name, double power) {
        double[] x = new double[201];
        double[] y = new double[x.length];
        Arrays.setAll(x, i -> i / 200.0);
        Arrays.setAll(y, i -> Math.pow(x[i], power));
        return data(name, x, y);
    }

    private static Series data(String name, double[] x, double[] y) {
        return new Series(name, x, y, Role.DATA);
    }

    private static ChartSpec chart(Kind kind, Axis x, Series... series) {
        return switch (kind) {
            case PARALLEL -> new ChartSpec("chart", "A chart", kind, Axis.categories("x", List.of("a", "b")), Axis.linear("y"), List.of(series), "", List.of(x, Axis.linear("y")));
            case CONTOUR -> new ChartSpec("chart", "A chart", kind, x, Axis.linear("y"),
                    Arrays.stream(series).map(one -> new Series(one.name(), one.x(), one.y(), one.role(), one.y())).toList(), "", List.of(Axis.linear("z")));
            default -> new ChartSpec("chart", "A chart", kind, x, Axis.linear("y"), List.of(series), "");
        };
    }

    private void show(ChartSpec chart) {
        view.setChart(chart);
        settle();
    }

    private ISeries<?>[] all() {
        return view.control().getSeriesSet().getSeries();
    }

    private ISeries<?> series(String id) {
        return view.control().getSeriesSet().getSeries(id);
    }

    private void mouse(int type, int x, int y) {
        mouse(type, 0, x, y);
    }

    private void mouse(int type, int mask, int x, int y) {
        Event event = new Event();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = mask;
        event.x = x;
        event.y = y;
        view.control().getPlotArea().getControl().notifyListeners(type, event);
    }

    private void key(char character, int code) {
        Event event = new Event();
        event.character = character;
        event.keyCode = code;
        view.control().getPlotArea().getControl().notifyListeners(SWT.KeyDown, event);
    }

    private ImageData picture() {
        settle();
        Image image = new Image(display, view.getSize().x, view.getSize().y);
        GC gc = new GC(view);
        try {
            gc.copyArea(image, 0, 0);
            return image.getImageData(100);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    private static long colours(ImageData picture) {
        int[] pixels = new int[picture.width * picture.height];
        for (int y = 0; y < picture.height; y++) {
            picture.getPixels(0, y, picture.width, pixels, y * picture.width);
        }
        return Arrays.stream(pixels).distinct().count();
    }

    /** Lets the system draw until that is so. */
    private static void waitFor(BooleanSupplier condition) {
        Instant limit = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(limit), "still not so after 10 s");
            display.timerExec(20, () -> {
                // Ends the sleep.
            });
            display.sleep();
            settle();
        }
    }

    private static void settle() {
        display.update();
        while (display.readAndDispatch()) {
            // Until nothing is waiting.
        }
    }
}
