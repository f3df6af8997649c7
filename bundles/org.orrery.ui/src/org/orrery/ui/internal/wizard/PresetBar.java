package org.orrery.ui.internal.wizard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Button;
import org.orrery.ui.Background;

/** The button that offers settings from elsewhere: presets, a file, and the defaults; and keeps the present ones. */
final class PresetBar {
    private final Path workspace;
    private final Button button;
    private final Supplier<Optional<String>> analysis;
    private final Supplier<Map<String, Object>> values;
    private final Consumer<Map<String, Object>> taken;
    private final Runnable reset;

    PresetBar(Composite parent, Path workspace, Supplier<Optional<String>> analysis, Supplier<Map<String, Object>> values,
            Consumer<Map<String, Object>> taken, Runnable reset) {
        this.workspace = workspace;
        this.analysis = analysis;
        this.values = values;
        this.taken = taken;
        this.reset = reset;
        button = new Button(parent, SWT.PUSH);
        button.setText(Messages.PresetBar_button);
        button.setToolTipText(Messages.PresetBar_tip);
        button.setData("orrery.id", "wizard.presets"); //$NON-NLS-1$ //$NON-NLS-2$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> analysis.get().ifPresent(this::open)));
    }

    private void open(String id) {
        Presets presets = new Presets(workspace, id);
        Background.load(button, Messages.PresetBar_button, presets::names, names -> {
            Menu menu = new Menu(button);
            item(menu, Messages.PresetBar_defaults, reset);
            new MenuItem(menu, SWT.SEPARATOR);
            for (String name : names) {
                item(menu, name, () -> work(() -> presets.load(name), taken));
            }
            if (!names.isEmpty()) {
                new MenuItem(menu, SWT.SEPARATOR);
            }
            item(menu, Messages.PresetBar_save, () -> save(presets));
            for (String name : names) {
                item(menu, org.eclipse.osgi.util.NLS.bind(Messages.PresetBar_remove, name), () -> work(() -> {
                    presets.remove(name);
                    return name;
                }, done -> { }));
            }
            new MenuItem(menu, SWT.SEPARATOR);
            item(menu, Messages.PresetBar_load, this::load);
            item(menu, Messages.PresetBar_export, this::export);
            // What scripts and tests reach the menu by: a menu that pops up belongs to no control.
            button.setData("orrery.menu", menu); //$NON-NLS-1$
            menu.setLocation(button.toDisplay(0, button.getSize().y));
            menu.addListener(SWT.Hide, event -> menu.getDisplay().asyncExec(menu::dispose));
            menu.setVisible(true);
        }, this::refuse);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void save(Presets presets) {
        InputDialog dialog = new InputDialog(button.getShell(), Messages.PresetBar_saveTitle, Messages.PresetBar_saveName, "", //$NON-NLS-1$
                name -> Presets.isName(name) ? null : Messages.PresetBar_badName);
        if (dialog.open() == Window.OK) {
            Map<String, Object> present = values.get();
            work(() -> {
                presets.save(dialog.getValue(), present);
                return dialog.getValue();
            }, done -> { });
        }
    }

    private void load() {
        file(SWT.OPEN).ifPresent(file -> work(() -> Presets.read(file), taken));
    }

    private void export() {
        Map<String, Object> present = values.get();
        file(SWT.SAVE).ifPresent(file -> work(() -> {
            Presets.write(file, present);
            return file;
        }, done -> { }));
    }

    private Optional<Path> file(int style) {
        FileDialog dialog = new FileDialog(button.getShell(), style);
        dialog.setFilterExtensions(new String[] {"*.json"}); //$NON-NLS-1$
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> void work(Reading<T> reading, Consumer<T> show) {
        Background.load(button, Messages.PresetBar_button, reading::read, show, this::refuse);
    }

    private void refuse(Exception failure) {
        MessageDialog.openError(button.getShell(), Messages.PresetBar_button, String.valueOf(failure.getMessage()));
    }
}
