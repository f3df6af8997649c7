package org.orrery.ui.charts;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Series;

/** The context menu of a chart: show everything, which series, save. */
final class ChartMenu {
    private final ChartView view;
    private final Menu menu;

    ChartMenu(ChartView view, Control plot) {
        this.view = view;
        menu = new Menu(plot);
        menu.addListener(SWT.Show, event -> fill());
    }

    Menu menu() {
        return menu;
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        item(SWT.PUSH, Messages.ChartMenu_reset, view::resetZoom);
        item(SWT.PUSH, Messages.ChartMenu_back, view::back);
        view.chart().map(ChartSpec::series).filter(series -> series.size() > 1).ifPresent(all -> {
            new MenuItem(menu, SWT.SEPARATOR);
            for (Series series : all) {
                item(SWT.CHECK, series.name(), () -> view.toggle(series)).setSelection(view.shows(series));
            }
            new MenuItem(menu, SWT.SEPARATOR);
        });
        if (view.canCopy()) {
            item(SWT.PUSH, Messages.ChartMenu_copy, view::copy);
        }
        view.formats().forEach(format -> item(SWT.PUSH, NLS.bind(Messages.ChartMenu_save, format.toUpperCase(Locale.ROOT)), () -> view.save(format)));
    }

    private MenuItem item(int style, String label, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(label.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        item.setEnabled(view.chart().isPresent());
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Puts the chart on the clipboard, for a document or a message. */
    static void copy(ChartView view, ChartExport export) {
        Display display = view.getDisplay();
        export.draw(view.chart().orElseThrow(), Size.PAGE, png -> {
            ImageData picture = new ImageData(new ByteArrayInputStream(png));
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    Clipboard clipboard = new Clipboard(display);
                    clipboard.setContents(new Object[] {picture}, new Transfer[] {ImageTransfer.getInstance()});
                    clipboard.dispose();
                });
            }
        });
    }

    static void save(ChartView view, ChartExport export, String format) {
        ChartSpec chart = view.chart().orElseThrow();
        FileDialog dialog = new FileDialog(view.getShell(), SWT.SAVE);
        dialog.setFileName(chart.id() + '.' + format);
        dialog.setFilterExtensions(new String[] {"*." + format}); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            export.save(chart, format, Size.PAGE, Path.of(file));
        }
    }
}
