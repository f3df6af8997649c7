package org.orrery.ui.data.internal.files;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.orrery.data.FileRows;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.PageEditor;
import org.orrery.ui.data.internal.importing.ImportHandler;
import org.orrery.ui.data.internal.rows.FileSource;
import org.orrery.ui.data.internal.rows.RowsPage;

/** The rows of a file that has not been imported, as they stand in it: of any size, from its first row to its last. */
public final class FileEditor extends PageEditor {
    /** Its id in plugin.xml. */
    static final String ID = "org.orrery.ui.data.editors.file"; //$NON-NLS-1$

    private Composite stack;
    private EmptyHint hint;
    private Composite body;

    /** Shows a {@link FileInput}. */
    public FileEditor() {
        super(FileInput.class);
    }

    private Path file() {
        return ((FileInput) getEditorInput()).file();
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, NLS.bind(Messages.FileEditor_reading, file().getFileName()))
                .action("file.again", Messages.FileEditor_again, this::open) //$NON-NLS-1$
                .action("file.import", Messages.FileEditor_import, this::importIt); //$NON-NLS-1$
        open();
    }

    /** Looks at the file, for the first time or once more because it has changed. */
    private void open() {
        hint.message(NLS.bind(Messages.FileEditor_reading, file().getFileName()));
        hint.offer(false);
        top(hint);
        DatasetList list = getSite().getService(DatasetList.class);
        Background.load(stack, NLS.bind(Messages.FileEditor_reading, file().getFileName()),
                () -> list.workspace().data().look(file(), ReadOptions.DETECT, Progress.NONE), this::show, failure -> {
                    hint.message(String.valueOf(failure.getMessage()));
                    hint.offer(true);
                    top(hint);
                });
    }

    private void show(FileRows rows) {
        if (body != null) {
            body.dispose();
        }
        body = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite head = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 8).spacing(16, 0).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        Composite left = new Composite(head, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(left);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(left);
        FileFacts facts = new FileFacts(left, rows);
        Button importing = new Button(head, SWT.PUSH);
        importing.setText(Messages.FileEditor_import);
        importing.setData("orrery.id", "file.import"); //$NON-NLS-1$ //$NON-NLS-2$
        importing.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> importIt()));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(importing);
        RowsPage page = new RowsPage(body, new FileSource(rows), Optional.empty());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        facts.index(page::grow);
        top(body);
        page.setFocus();
    }

    private void importIt() {
        ImportHandler.open(getSite().getWorkbenchWindow(), file());
    }

    private void top(Composite shown) {
        ((StackLayout) stack.getLayout()).topControl = shown;
        stack.layout();
    }

    @Override
    public void setFocus() {
        ((StackLayout) stack.getLayout()).topControl.setFocus();
    }
}
