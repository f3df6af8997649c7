package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;

/** With every text between marks and half as long again, each text in a part must show its marks: it came from a message file. */
@ExtendWith(InWorkbench.class)
class PseudoLocaleTest {
    private static final String MARK = "⟦";

    private final Map<Field, String> texts = new LinkedHashMap<>();
    private final Robot robot = new Robot(PlatformUI.getWorkbench().getDisplay());

    @BeforeEach
    void speakPseudo() throws Exception {
        Workbenches.closeEditors();
        for (String name : List.of("org.orrery.ui", "org.orrery.ui.charts")) {
            Bundle bundle = Platform.getBundle(name);
            for (URL file : Collections.list(bundle.findEntries("/", "messages.properties", true))) {
                String path = file.getPath();
                Class<?> type = bundle.loadClass(path.substring(path.indexOf("org/orrery"), path.lastIndexOf('/')).replace('/', '.') + ".Messages");
                for (Field field : type.getDeclaredFields()) {
                    field.setAccessible(true);
                    texts.put(field, (String) field.get(null));
                    field.set(null, MARK + field.get(null) + "~".repeat(texts.get(field).length() / 2) + "⟧");
                }
            }
        }
    }

    @AfterEach
    void speakPlainlyAgain() throws Exception {
        Workbenches.closeEditors();
        for (Map.Entry<Field, String> text : texts.entrySet()) {
            text.getKey().set(null, text.getValue());
        }
    }

    @Test
    void everyTextOfTheWelcomePageAndOfTheInterruptedRunsIsTranslated() {
        for (String command : List.of("org.orrery.ui.commands.welcome", "org.orrery.ui.commands.showInterrupted")) {
            Journey.execute(command);
            check(command);
        }
    }

    @Test
    void everyTextOfTheRunsAndOfTheHelpIsTranslated() throws Exception {
        IWorkbenchPage page = Workbenches.page();
        for (String view : List.of("org.orrery.ui.views.runs", "org.orrery.ui.views.help")) {
            page.hideView(page.findView(view));
            page.showView(view);
            robot.settle();
            check(view);
        }
        page.hideView(page.findView("org.orrery.ui.views.help"));
    }

    private void check(String what) {
        robot.settle();
        List<String> plain = new ArrayList<>();
        // Whatever has the focus: after dialogs of other tests nothing may have it for a while.
        Control part = (Control) Workbenches.page().getActivePart().getSite().getService(MPart.class).getWidget();
        int[] seen = new int[1];
        collect(part, plain, seen);
        assertEquals(List.of(), plain, what);
        assertTrue(seen[0] > 0, "texts of " + what);
    }

    private static void collect(Control control, List<String> plain, int[] seen) {
        // What a table or a list holds is data; its headings are ours.
        List<String> own = switch (control) {
            case Label label -> List.of(label.getText());
            case Button button -> List.of(button.getText());
            case Link link -> List.of(link.getText());
            case Text text -> List.of(text.getMessage());
            case Combo combo -> List.of(combo.getItems());
            case ToolBar bar -> Arrays.stream(bar.getItems()).map(item -> item.getText()).toList();
            case Table table -> Arrays.stream(table.getColumns()).map(column -> column.getText()).toList();
            default -> List.of();
        };
        if (!(control instanceof ToolBar bar && bar.getData("orrery.id") == null)) {
            own.stream().filter(text -> !text.isBlank()).peek(text -> seen[0]++).filter(text -> !text.contains(MARK)).forEach(plain::add);
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, plain, seen);
            }
        }
    }
}
