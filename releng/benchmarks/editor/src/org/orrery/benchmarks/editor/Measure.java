package org.orrery.benchmarks.editor;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/** Measures the data editor in the workbench and ends the process. */
public final class Measure implements IStartup {
    /** A page is there within a second, and a picture within a thirtieth of one. */
    private static final double PAGE_MS = 1_000;
    private static final double PAINT_MS = 33;
    private static final int MISSED = 3;
    private static final String OPEN = "org.orrery.ui.data.commands.openFile";

    private Display display;
    private Hands hands;
    private PrintStream out;
    private Paints paints;
    private long uiProcessor;
    private final Limits limits = new Limits();

    @Override
    public void earlyStartup() {
        if (System.getProperty("orrery.editor.large") != null) {
            display = PlatformUI.getWorkbench().getDisplay();
            hands = new Hands(display);
            display.asyncExec(this::go);
        }
    }

    private void go() {
        int code = 0;
        try {
            out = new PrintStream(Files.newOutputStream(Path.of(System.getProperty("orrery.editor.out"))), true);
            hands.until("a window", () -> PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null);
            PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().setBounds(0, 0, 1280, 800);
            hands.settle();
            String parts = System.getProperty("orrery.editor.parts");
            if (parts.contains("file")) {
                large(Path.of(System.getProperty("orrery.editor.large")));
            }
            if (parts.contains("data")) {
                imported(Path.of(System.getProperty("orrery.editor.one")));
            }
            memory("at the end");
            code = limits.tell(out) ? 0 : MISSED;
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            code = 1;
        }
        Runtime.getRuntime().halt(code);
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private void memory(String when) throws IOException {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        String peak = Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
        say("memory %-44s heap after collection %d MiB, process at most %d MiB", when, used, Long.parseLong(peak.replaceAll("\\D", "")) >> 10);
    }

    private NatTable table() {
        return hands.control(NatTable.class, "dataset.rows");
    }

    private static String cell(NatTable table, int column, int row) {
        ILayerCell cell = table.getCellByPosition(column, row);
        return cell == null ? "" : String.valueOf(cell.getDataValue());
    }

    /** Whether cells are there and painted. */
    private boolean shows(NatTable table, int row) {
        String text = cell(table, 1, row);
        if (text.isEmpty() || text.equals("…")) {
            return false;
        }
        painted(table);
        return true;
    }

    /** Has the table paint itself and waits for that. */
    private void painted(NatTable table) {
        if (paints == null || !paints.isOf(table)) {
            paints = new Paints(table);
        }
        int before = paints.count();
        table.redraw();
        hands.until("the table to be painted", () -> paints.count() > before);
    }

    private double open(Path file) throws Exception {
        long begin = System.nanoTime();
        long ui = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ParameterizedCommand command = ParameterizedCommand.generateCommand(
                PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(OPEN), Map.of(OPEN + ".file", file.toString()));
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
        NatTable table = table();
        hands.until("the first row", () -> shows(table, 1));
        uiProcessor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - ui;
        return (System.nanoTime() - begin) / 1e6;
    }

    private void first(String what, Path file) throws Exception {
        long before = processor();
        double millis = open(file);
        limits.hold(what, millis, PAGE_MS);
        say("%-43s %8.0f ms, %d ms of processor, %d of them in the user interface", what, millis, (processor() - before) / 1_000_000,
                uiProcessor / 1_000_000);
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private double last(String what) {
        NatTable table = table();
        long begin = System.nanoTime();
        key(table, SWT.END);
        hands.until("the last row", () -> table.getRowCount() > 1 && shows(table, table.getRowCount() - 1) && table.getRowIndexByPosition(1) > 0);
        double millis = (System.nanoTime() - begin) / 1e6;
        limits.hold(what, millis, PAGE_MS);
        return millis;
    }

    private static void key(NatTable table, int code) {
        Event event = new Event();
        event.type = SWT.KeyDown;
        event.stateMask = SWT.MOD1;
        event.keyCode = code;
        table.notifyListeners(SWT.KeyDown, event);
    }

    private String state() {
        return hands.control(Label.class, "file.state").getText();
    }

    private String status() {
        return hands.control(Label.class, "rows.status").getText();
    }

    private void large(Path file) throws Exception {
        hands.until("the start to be over", () -> Job.getJobManager().isIdle());
        first("first page of the file, first time", file);
        long begin = System.nanoTime();
        hands.until("all rows", () -> state().startsWith("All "));
        double seconds = (System.nanoTime() - begin) / 1e9;
        say("all rows counted                            %8.1f s, %.0f MB/s", seconds, Files.size(file) / 1e6 / seconds);
        say("last row                                    %8.0f ms", last("last row of the file"));
        anywhere("any row of the file");
        memory("after the file");
        page().closeAllEditors(false);
        hands.settle();
        first("first page, opened again", file);
        say("its last row, opened again                  %8.0f ms", last("its last row, opened again"));
        key(table(), SWT.HOME);
        find("73799999999", file);
        page().closeAllEditors(false);
        hands.settle();
    }

    private void find(String text, Path file) throws IOException {
        hands.control(Text.class, "rows.find").setText(text);
        long begin = System.nanoTime();
        hands.select(hands.control(Button.class, "rows.next"));
        hands.until("the search", () -> status().startsWith("No "));
        double seconds = (System.nanoTime() - begin) / 1e9;
        say("a text that is nowhere in the file          %8.1f s, %.0f MB/s", seconds, Files.size(file) / 1e6 / seconds);
    }

    /** Jumps to rows all over the table and paints each page. */
    private void anywhere(String what) {
        NatTable table = table();
        Random random = new Random(7);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int to = random.nextInt(table.getVerticalBar().getMaximum() - table.getVerticalBar().getThumb());
            long begin = System.nanoTime();
            table.getVerticalBar().setSelection(to);
            hands.select(table.getVerticalBar());
            hands.until("the rows", () -> shows(table, 1) && shows(table, table.getRowCount() - 2));
            times.add((System.nanoTime() - begin) / 1e6);
        }
        Collections.sort(times);
        say("%-43s %8.1f ms median, %.1f ms p95 of %d", what, Paints.at(times, 0.5), Paints.at(times, 0.95), times.size());
        scroll(table);
        say("painting %-35s %s", "while scrolling", paints.summary());
        limits.hold("painting " + what + ", p95", paints.p95(), PAINT_MS);
    }

    /** Goes on page by page as somebody does who reads. */
    private void scroll(NatTable table) {
        paints.clear();
        for (int i = 0; i < 300; i++) {
            table.getVerticalBar().setSelection(table.getVerticalBar().getSelection() + (i % 50 < 25 ? 1 : -1) * table.getVerticalBar().getThumb() / 3);
            hands.select(table.getVerticalBar());
            painted(table);
        }
    }

    private void imported(Path file) throws Exception {
        DatasetList list = PlatformUI.getWorkbench().getService(DatasetList.class);
        long begin = System.nanoTime();
        Job.create("import", monitor -> {
            try {
                list.put(list.workspace().data().importFile(file, ReadOptions.DETECT, Progress.NONE));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).schedule();
        hands.until("the import", () -> !list.datasets().isEmpty());
        String name = list.datasets().get(0).name();
        say("imported: %,d rows                     %8.1f s", list.datasets().get(0).rows(), (System.nanoTime() - begin) / 1e9);
        memory("after the import");
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        memento.putString("name", name);
        IEditorInput input = (IEditorInput) PlatformUI.getWorkbench().getElementFactory("org.orrery.ui.data.datasetInputs").createElement(memento);
        begin = System.nanoTime();
        page().openEditor(input, "org.orrery.ui.data.editors.dataset");
        NatTable table = table();
        hands.until("the first row", () -> shows(table, 1));
        double millis = (System.nanoTime() - begin) / 1e6;
        limits.hold("first page of the data set", millis, PAGE_MS);
        say("first page of the data set                  %8.0f ms", millis);
        say("its last row                                %8.0f ms", last("last row of the data set"));
        begin = System.nanoTime();
        hands.until("the summaries", () -> Job.getJobManager().find(Background.FAMILY).length == 0);
        say("summaries of the columns in sight           %8.1f s", (System.nanoTime() - begin) / 1e9);
        anywhere("any row of the data set");
        sort("by an amount", 5);
        memory("after sorting");
        sort("by an amount, downwards", 5);
        sort("by a name of 8 million", 3);
        sort("by a city", 4);
        filter();
    }

    private void sort(String how, int... columns) {
        NatTable table = table();
        for (int column : columns) {
            long begin = System.nanoTime();
            for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
                Event event = new Event();
                event.type = type;
                event.button = 1;
                event.count = 1;
                event.x = table.getStartXOfColumnPosition(column) + 12;
                event.y = 8;
                table.notifyListeners(type, event);
            }
            hands.settle();
            hands.until("the order", () -> !working());
            hands.until("the rows", () -> shows(table, 1));
            say("sorted %-36s %8.1f s   %s", how, (System.nanoTime() - begin) / 1e9, status());
        }
    }

    private boolean working() {
        return hands.find(Button.class, control -> "rows.stop".equals(control.getData("orrery.id"))).isPresent();
    }

    private void filter() {
        hands.select(hands.control(Button.class, "rows.filter"));
        Combo column = hands.control(Combo.class, "filter.column");
        column.select(column.indexOf("city"));
        hands.select(column);
        long begin = System.nanoTime();
        hands.control(Text.class, "filter.value").setText("Oslo");
        hands.until("the filter to begin", this::working);
        hands.until("the rows that fit", () -> !working());
        hands.until("the rows", () -> shows(table(), 1));
        say("filtered by a text                          %8.1f s   %s", (System.nanoTime() - begin) / 1e9, status());
    }
}
