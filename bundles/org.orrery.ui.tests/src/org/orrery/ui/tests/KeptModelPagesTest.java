package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.Workspace;
import org.orrery.ui.RunList;

/** The pages that a run has when it keeps a model or tells a tree. */
@ExtendWith(InWorkbench.class)
class KeptModelPagesTest {
    private static final int ROWS = 80;

    private Robot robot;

    @BeforeEach
    void openARunThatKeepsATree() throws Exception {
        robot = new Robot(Display.getCurrent());
        StringBuilder text = new StringBuilder("amount,colour,bought\n");
        for (int i = 0; i < ROWS; i++) {
            boolean bought = i * 37 % 50 > 20 && i % 3 != 0 || i * 37 % 50 > 40;
            text.append(i * 37 % 50 / 10.0).append(',').append(i % 3 == 0 ? "red" : "blue").append(',').append(bought ? "yes" : "no").append('\n');
        }
        Path file = Files.writeString(Files.createTempDirectory("orrery-pages").resolve("shop.csv"), text);
        RunList runs = Workbenches.service(RunList.class);
        int before = runs.runs().size();
        Workspace workspace = Workbenches.service(Workspace.class);
        Job.create("run", monitor -> {
            try {
                Dataset shop = workspace.data().importFile(file, ReadOptions.DETECT, Progress.NONE);
                workspace.runs().submit(new RunRequest("classification", "", Map.of("data", List.of(shop)), Map.of("target", "bought", "models",
                        List.of("decision-tree"), "baselines", false, "folds", 2L), 5, 0, RunRequest.Isolation.AS_NEEDED));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }).schedule();
        robot.until("the run to end", () -> runs.runs().size() > before && runs.runs().get(0).state().ended());
        Workbenches.page().showView("org.orrery.ui.views.runs");
        Table table = robot.control(Table.class, "runs.table");
        robot.until("the runs", () -> table.getItemCount() == runs.runs().size());
        table.setFocus();
        table.setSelection(0);
        robot.select(table);
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        int editors = Workbenches.runEditors();
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.orrery.ui.commands.openRun", null);
        robot.until("the editor of the run", () -> Workbenches.runEditors() > editors);
    }

    @Test
    void whatTheModelSaysFollowsTheValues() {
        robot.until("the page", () -> selected("run.try"));
        robot.until("what the model says", () -> robot.find(Label.class, label -> "run.try.said".equals(label.getData("orrery.id")))
                .map(label -> label.getText().startsWith("The model predicts")).orElse(false));
        Text amount = robot.control(Text.class, "run.try.amount");
        Combo colour = robot.control(Combo.class, "run.try.colour");
        assertEquals(List.of("blue", "red"), List.of(colour.getItems()));
        amount.setText("0.1");
        Label said = robot.control(Label.class, "run.try.said");
        robot.until("no", () -> said.getText().startsWith("The model predicts no."));
        amount.setText("4.9");
        robot.until("yes", () -> said.getText().startsWith("The model predicts yes."));
        assertEquals(2, robot.control(Table.class, "run.try.probabilities").getItemCount());
        assertEquals("amount", robot.control(Table.class, "run.try.contributions").getItem(0).getText(0));
        amount.setText("much");
        robot.until("the refusal", () -> said.getText().contains("is no value of amount"));
        amount.setText("4.9");
        robot.until("yes", () -> said.getText().startsWith("The model predicts yes."));
    }

    @Test
    void theTreeIsDrawn() {
        robot.until("the page", () -> selected("run.tree"));
        robot.until("the other page", () -> pages().contains("run.try"));
        assertEquals(List.of("run.tables", "run.tree", "run.try", "run.answers"), pages().subList(3, 7), "in this order, whatever fitted first");
        Canvas canvas = robot.control(Canvas.class, "run.tree.canvas");
        robot.until("the root in the middle of the page", () -> isDrawn(canvas, new Rectangle(canvas.getClientArea().width / 2 - 20, 5, 40, 60)));
        Rectangle below = new Rectangle(0, 112, canvas.getClientArea().width, 20);
        robot.until("what is below it", () -> isDrawn(canvas, below));
        Event click = new Event();
        click.button = 1;
        click.x = canvas.getClientArea().width / 2;
        click.y = 40;
        canvas.notifyListeners(SWT.MouseDown, click);
        robot.until("the root alone", () -> !isDrawn(canvas, below));
        assertTrue(canvas.getToolTipText().startsWith("Diagram of the tree"));
    }

    /** Whether anything but the ground is there. */
    private static boolean isDrawn(Canvas canvas, Rectangle place) {
        Image image = new Image(canvas.getDisplay(), place.width, place.height);
        GC gc = new GC(canvas);
        gc.copyArea(image, place.x, place.y);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int ground = data.getPixel(0, 0);
        return IntStream.range(0, data.width * data.height).anyMatch(i -> data.getPixel(i % data.width, i / data.width) != ground);
    }

    private List<Object> pages() {
        return Arrays.stream(robot.control(CTabFolder.class, "run.tabs").getItems()).map(item -> item.getData("orrery.id")).toList();
    }

    /** Chooses a tab, once it is there. */
    private boolean selected(String page) {
        Optional<CTabFolder> tabs = robot.find(CTabFolder.class, folder -> "run.tabs".equals(folder.getData("orrery.id")));
        Optional<CTabItem> item = tabs.flatMap(folder -> Arrays.stream(folder.getItems()).filter(each -> page.equals(each.getData("orrery.id"))).findFirst());
        item.ifPresent(found -> {
            tabs.get().setSelection(found);
            robot.select(tabs.get());
        });
        return item.isPresent();
    }
}
