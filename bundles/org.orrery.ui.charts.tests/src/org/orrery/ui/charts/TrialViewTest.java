package org.orrery.ui.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtchart.ILineSeries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orrery.analysis.render.ColourRamp;
import org.orrery.analysis.render.Contrast;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/** Charts of what was tried: parallel coordinates and surfaces. */
class TrialViewTest {
    private static Display display;
    private Shell shell;
    private ChartView view;
    private final List<ChartPoint> told = new ArrayList<>();

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
        view.onFilter(points -> {
            told.clear();
            told.addAll(points);
        });
        shell.open();
        settle();
    }

    @AfterEach
    void closeView() {
        shell.dispose();
    }

    private static void settle() {
        display.update();
        while (display.readAndDispatch()) {
            // Until nothing is waiting.
        }
    }

    private static Series trial(String name, double depth, double kernel, double accuracy) {
        return new Series(name, new double[] {0, 1, 2}, new double[] {depth, kernel, accuracy}, Role.DATA);
    }

    private static ChartSpec parallel() {
        return new ChartSpec("trials", "Trials", Kind.PARALLEL, Axis.categories("Settings", List.of("depth", "kernel", "accuracy")), Axis.linear("Value"),
                List.of(trial("a", 1, 0, 0.5), trial("b", 2, 1, 0.6), trial("c", 3, 0, 0.7), trial("d", 5, Double.NaN, 0.9)), "",
                List.of(Axis.linear("depth"), Axis.categories("kernel", List.of("linear", "rbf")), Axis.linear("accuracy")));
    }

    private static ChartSpec surface() {
        List<Series> trials = new ArrayList<>();
        double[][] points = {{1, 1, 0.5}, {2, 3, 0.9}, {3, 2, 0.7}, {1, 3, 0.6}};
        for (double[] point : points) {
            trials.add(new Series("trial " + trials.size(), new double[] {point[0]}, new double[] {point[1]}, Role.DATA, new double[] {point[2]}));
        }
        return new ChartSpec("surface", "Surface", Kind.CONTOUR, Axis.linear("depth"), Axis.linear("rate"), trials, "", List.of(Axis.linear("accuracy")));
    }

    private void show(ChartSpec chart) {
        view.setChart(chart);
        settle();
    }

    private void mouse(Control on, int type, int x, int y) {
        Event event = new Event();
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.x = x;
        event.y = y;
        on.notifyListeners(type, event);
    }

    private void drag(int axis, double from, double to) {
        ParallelFrame frame = ParallelFrame.of(view.across().getClientArea(), 3);
        mouse(view.across(), SWT.MouseDown, frame.x(axis), (int) Math.round(frame.y(from)));
        mouse(view.across(), SWT.MouseMove, frame.x(axis), (int) Math.round(frame.y(to)));
        mouse(view.across(), SWT.MouseUp, frame.x(axis), (int) Math.round(frame.y(to)));
    }

    private void key(char character, int code) {
        Event event = new Event();
        event.character = character;
        event.keyCode = code;
        view.across().notifyListeners(SWT.KeyDown, event);
    }

    private List<String> passing() {
        return view.across().passing().stream().map(Series::name).toList();
    }

    @Test
    void aPartOfAnAxisLetsOnlyTheLinesThroughItStandOut() {
        show(parallel());
        assertFalse(view.control().isVisible());
        assertEquals(List.of("a", "b", "c", "d"), passing());
        drag(2, 0.4, 1);
        assertEquals(List.of("c", "d"), passing(), "0.7 is the middle of 0.5 to 0.9");
        assertEquals(List.of(0.7, 0.9), told.stream().map(ChartPoint::y).toList());
        drag(1, 0.2, 0);
        assertEquals(List.of("c"), passing(), "both parts count, and d has no kernel");
        assertTrue(view.description().contains("1 of 4 lines pass kernel linear to linear, accuracy 0.6"), view::description);
        drag(2, 0.5, 0.5);
        assertEquals(List.of("a", "c"), passing(), "a click takes its part away");
        view.toggle(parallel().series().get(0));
        assertEquals(List.of("c"), passing(), "hidden by the user");
        view.resetZoom();
        view.setChart(parallel());
        assertEquals(List.of("b", "c", "d"), passing());
        view.setChart(surface());
        settle();
        assertFalse(view.across().isVisible());
        assertTrue(view.control().isVisible());
    }

    @Test
    void axesAndTheirPartsAreChosenByKeyboardToo() {
        show(parallel());
        key('+', '+');
        assertEquals(List.of("b", "c"), passing(), "0.1 to 0.9 of 1 to 5");
        key((char) 0, SWT.ARROW_UP);
        key((char) 0, SWT.ARROW_UP);
        key((char) 0, SWT.ARROW_UP);
        assertEquals(List.of("b", "c", "d"), passing(), "up to its end");
        key((char) 0, SWT.ARROW_RIGHT);
        assertTrue(view.description().contains("Axis: kernel"), view::description);
        key('+', '+');
        assertEquals(List.of(), passing());
        key(SWT.BS, SWT.BS);
        assertEquals(List.of("b", "c", "d"), passing());
        key((char) 0, SWT.HOME);
        assertEquals(List.of("a", "b", "c", "d"), passing());
        assertEquals(List.of(), told);
    }

    @Test
    void aLineUnderTheMouseIsNamedAndChosen() {
        show(parallel());
        List<ChartPoint> chosen = new ArrayList<>();
        view.onPoint(chosen::add);
        ParallelFrame frame = ParallelFrame.of(view.across().getClientArea(), 3);
        int x = frame.x(0) + frame.room() / 2;
        int y = (int) Math.round((frame.y(0.25) + frame.y(1)) / 2);
        mouse(view.across(), SWT.MouseMove, x, y);
        assertEquals("b\ndepth: 2\nkernel: rbf\naccuracy: 0.6", view.across().getToolTipText());
        mouse(view.across(), SWT.MouseDown, x, y);
        mouse(view.across(), SWT.MouseUp, x, y);
        assertEquals(0.6, chosen.get(0).y());
        view.mark(List.of(chosen.get(0)));
        assertTrue(view.across().marked(chosen.get(0).series()));
    }

    @Test
    void aSurfaceLiesBehindPointsInTheColoursOfTheirValues() {
        show(surface());
        Control plot = view.control().getPlotArea().getControl();
        ILineSeries<?> best = (ILineSeries<?>) view.control().getSeriesSet().getSeries("s1.0");
        RGB ground = view.getBackground().getRGB();
        int expected = Contrast.readable(ColourRamp.at(1), ground.red << 16 | ground.green << 8 | ground.blue, Contrast.GRAPHICS);
        assertEquals(new RGB(expected >> 16, expected >> 8 & 0xFF, expected & 0xFF), best.getSymbolColor().getRGB());
        assertFalse(view.control().getLegend().isVisible(), "a point says its name under the mouse");
        mouse(plot, SWT.MouseMove, view.control().getAxisSet().getXAxis(0).getPixelCoordinate(2), view.control().getAxisSet().getYAxis(0).getPixelCoordinate(3));
        assertEquals("trial 1\ndepth: 2\nrate: 3\naccuracy: 0.9", plot.getToolTipText());
        view.zoom(0.5);
        settle();
        assertTrue(view.part().isPresent());
    }
}
