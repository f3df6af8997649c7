package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.analysis.render.Contrast;
import org.orrery.ui.charts.ChartView;

/** In both themes every text stands out from what lies behind it by 4.5 to 1, and every line of a chart by 3 to 1. */
@ExtendWith(InWorkbench.class)
class ContrastSweepTest {
    private static final List<String> PAGES = List.of("run.overview", "run.leaderboard", "run.charts", "run.tables", "run.metrics", "run.settings", "run.log");
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);
    private final IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
    private final ITheme before = themes.getActiveTheme();

    @AfterEach
    void theThemeOfBefore() {
        themes.setTheme(before, false);
        Workbenches.closeEditors();
        robot.settle();
    }

    @Test
    void everyTextAndEveryLineStandsOutInBothThemes() {
        journey.finished("iris");
        long run = Journey.newest().id();
        for (String theme : List.of("org.eclipse.e4.ui.css.theme.e4_default", "org.eclipse.e4.ui.css.theme.e4_dark")) {
            themes.setTheme(theme, false);
            Workbenches.closeEditors();
            robot.settle();
            Journey.open(run);
            TreeSet<String> faint = new TreeSet<>();
            int[] looked = new int[2];
            for (String page : PAGES) {
                journey.select(page);
                robot.settle();
                sweep(faint, looked);
            }
            for (String command : List.of("org.orrery.ui.commands.welcome", "org.orrery.ui.commands.showInterrupted", "org.orrery.ui.commands.help")) {
                Journey.execute(command);
                robot.settle();
                sweep(faint, looked);
            }
            Workbenches.page().hideView(Workbenches.page().findView("org.orrery.ui.views.help"));
            assertEquals(new TreeSet<>(), faint, theme);
            assertTrue(looked[0] > 100 && looked[1] > 0, looked[0] + " texts, " + looked[1] + " lines");
        }
    }

    private void sweep(TreeSet<String> faint, int[] looked) {
        for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
            sweep(shell, faint, looked);
        }
    }

    private void sweep(Control control, TreeSet<String> faint, int[] looked) {
        // What cannot be used now is exempt by the guidelines.
        if (!control.isVisible() || !control.isEnabled()) {
            return;
        }
        String text = text(control);
        if (!text.isBlank()) {
            looked[0]++;
            Color front = control instanceof Link link ? link.getLinkForeground() : control.getForeground();
            check(front, control.getBackground(), Contrast.TEXT, control.getClass().getSimpleName() + " " + control.getData("orrery.id") + ": " + text, faint);
        }
        if (control instanceof ChartView chart) {
            chart.lineColours().forEach(colour -> {
                looked[1]++;
                check(colour, chart.getBackground(), Contrast.GRAPHICS, "a line of " + chart.getData("orrery.id"), faint);
            });
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                sweep(child, faint, looked);
            }
        }
    }

    private static void check(Color front, Color ground, double least, String what, TreeSet<String> faint) {
        double ratio = Contrast.ratio(rgb(front), rgb(ground));
        if (ratio < least) {
            faint.add("%.2f %s on %s %s".formatted(ratio, front.getRGB(), ground.getRGB(), what));
        }
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    private static String text(Control control) {
        List<String> texts = new ArrayList<>();
        switch (control) {
            case Label label -> texts.add(label.getText());
            case Link link -> texts.add(link.getText());
            case Button button -> texts.add(button.getText());
            case Text field -> texts.add(field.getText());
            case Combo combo -> texts.add(combo.getText());
            case StyledText page -> texts.add(page.getText().lines().findFirst().orElse(""));
            case Table table -> texts.add(table.getItemCount() > 0 ? table.getItem(0).getText() : "");
            case Tree tree -> texts.add(tree.getItemCount() > 0 ? tree.getItem(0).getText() : "");
            case org.eclipse.swt.widgets.List list -> texts.add(list.getItemCount() > 0 ? list.getItem(0) : "");
            case CTabFolder tabs -> Arrays.stream(tabs.getItems()).map(item -> item.getText()).forEach(texts::add);
            default -> { }
        }
        return String.join(" ", texts).strip();
    }
}
