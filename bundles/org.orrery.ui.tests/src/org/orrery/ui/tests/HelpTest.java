package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Help;

/** F1 opens the right page of the help in every part and dialog, and each analysis has a page. */
@ExtendWith(InWorkbench.class)
class HelpTest {
    private static final String VIEW = "org.orrery.ui.views.help";
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());
    private final Journey journey = new Journey(robot);

    @AfterEach
    void closeTheHelp() {
        IWorkbenchPage page = Workbenches.page();
        page.hideView(page.findView(VIEW));
        Workbenches.closeEditors();
    }

    @Test
    void everyViewAndEditorOfOursHasAPage() {
        List<String> without = new ArrayList<>();
        for (Map.Entry<String, String> point : Map.of("org.eclipse.ui.views", "view", "org.eclipse.ui.editors", "editor", "org.eclipse.ui.preferencePages", "page")
                .entrySet()) {
            for (IConfigurationElement element : Platform.getExtensionRegistry().getConfigurationElementsFor(point.getKey())) {
                String id = String.valueOf(element.getAttribute("id"));
                if (element.getName().equals(point.getValue()) && id.startsWith("org.orrery.") && Help.topic(id).isEmpty()) {
                    without.add(id);
                }
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void theHelpOpensOnThePartThatHasTheFocus() throws Exception {
        journey.finished("iris");
        IEditorPart editor = Workbenches.page().getActiveEditor();
        Workbenches.page().activate(editor);
        assertEquals("Results of a run", helped());
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
        assertEquals("Runs", helped());
        Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.data.views.datasets"));
        assertEquals("Data sets", helped());
    }

    private String helped() {
        Journey.execute("org.eclipse.ui.help.dynamicHelp");
        return title();
    }

    private String title() {
        StyledText page = robot.control(StyledText.class, "help.page");
        robot.until("a page", () -> !page.getText().isEmpty());
        return page.getLine(0);
    }

    @Test
    void eachAnalysisDescribesItsSettingsAndResultsOnAPageThatTheSearchFinds() throws Exception {
        Workbenches.page().showView(VIEW);
        org.eclipse.swt.widgets.List index = robot.control(org.eclipse.swt.widgets.List.class, "help.index");
        for (AnalysisDescriptor analysis : Workbenches.service(AnalysisCatalog.class).analyses()) {
            robot.until(analysis.name(), () -> Arrays.asList(index.getItems()).contains("Analysis: " + analysis.name()));
        }
        robot.control(Text.class, "help.search").setText("Folds stratified");
        robot.until("the page", () -> Arrays.asList(index.getItems()).contains("Analysis: Classification"));
        robot.control(Text.class, "help.search").setText("");
    }

    @Test
    void aWizardHasItsHelpBesideIt() throws Exception {
        journey.sample("iris");
        for (Map.Entry<String, String> dialog : Map.of("org.orrery.ui.commands.runAnalysis", "Running an analysis", "org.orrery.ui.data.commands.importData", "Data sets").entrySet()) {
            Workbenches.page().activate(Workbenches.page().findView("org.orrery.ui.views.runs"));
            robot.within(() -> Journey.execute(dialog.getKey()), () -> {
                Button cancel = robot.button("Cancel");
                Event event = new Event();
                cancel.getShell().notifyListeners(SWT.Help, event);
                String title = title();
                Shell help = robot.control(StyledText.class, "help.page").getShell();
                assertTrue(help != cancel.getShell());
                help.close();
                robot.press(cancel);
                assertEquals(dialog.getValue(), title);
            });
        }
    }
}
