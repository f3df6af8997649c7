package org.orrery.ui.data.internal.importing;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;

/** The file, how it is read, and its first rows as they will be. */
final class ImportPage extends WizardPage {
    private static final int TYPING_MS = 350;

    private final DatasetList list;
    private final Optional<ImportWizard.Start> offered;
    private Text file;
    private Text name;
    private SheetChoice sheet;
    private final RecentFiles recentFiles = new RecentFiles();
    private OptionsPanel options;
    private NoticesPanel notices;
    private ColumnsPanel columns;
    private Grid rows;
    private Button all;
    private Optional<Dataset> looked = Optional.empty();
    private Path shown;
    private ReadOptions said = ReadOptions.DETECT;
    private long request;
    private boolean readable;
    private final Runnable typed = this::fileChanged;

    ImportPage(DatasetList list, Optional<ImportWizard.Start> offered) {
        super("import"); //$NON-NLS-1$
        this.list = list;
        this.offered = offered;
        setTitle(Messages.ImportPage_title);
        setDescription(Messages.ImportPage_description);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 8).applyTo(area);
        createFile(area);
        options = new OptionsPanel(area, this::said);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(options);
        notices = new NoticesPanel(area, this::said);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        columns = new ColumnsPanel(sash, this::said);
        rows = new Grid(sash, "import.rows", Messages.ImportPage_rows); //$NON-NLS-1$
        sash.setWeights(32, 68);
        all = new Button(area, SWT.PUSH);
        all.setText(Messages.ImportPage_all);
        all.setToolTipText(Messages.ImportPage_allTip);
        all.setData("orrery.id", "import.all"); //$NON-NLS-1$ //$NON-NLS-2$
        all.setEnabled(false);
        all.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> lookAtAll()));
        setControl(area);
        offered.ifPresent(start -> file.setText(start.file().toString()));
    }

    private void createFile(Composite area) {
        Composite top = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 6).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        new Label(top, SWT.NONE).setText(Messages.ImportPage_file);
        file = new Text(top, SWT.BORDER);
        file.setData("orrery.id", "import.file"); //$NON-NLS-1$ //$NON-NLS-2$
        file.setMessage(Messages.ImportPage_fileHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(file);
        Button browse = new Button(top, SWT.PUSH);
        browse.setText(Messages.ImportPage_browse);
        browse.setData("orrery.id", "import.browse"); //$NON-NLS-1$ //$NON-NLS-2$
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        Button recent = new Button(top, SWT.PUSH);
        recent.setText(Messages.ImportPage_recent);
        recent.setData("orrery.id", "import.recent"); //$NON-NLS-1$ //$NON-NLS-2$
        recent.setEnabled(!recentFiles.files().isEmpty());
        recent.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> recentFiles.choose(recent, file::setText)));
        new Label(top, SWT.NONE).setText(Messages.ImportPage_name);
        name = new Text(top, SWT.BORDER);
        name.setData("orrery.id", "import.name"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        sheet = new SheetChoice(top, chosen -> said(said.change().sheet(chosen).types(Map.of()).ignored(List.of()).options()));
        file.addModifyListener(event -> file.getDisplay().timerExec(TYPING_MS, typed));
        name.addModifyListener(event -> complete());
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(Messages.ImportPage_title);
        dialog.setFilterNames(new String[] {Messages.ImportPage_textFiles, Messages.ImportPage_allFiles});
        dialog.setFilterExtensions(new String[] {"*.csv;*.tsv;*.tab;*.txt;*.gz;*.zip;*.json;*.jsonl;*.ndjson;*.xlsx;*.xlsm;*.ods;*.parquet", "*"}); //$NON-NLS-1$ //$NON-NLS-2$
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void fileChanged() {
        if (file.isDisposed()) {
            return;
        }
        Path next;
        try {
            next = Path.of(file.getText().strip()).toAbsolutePath();
        } catch (InvalidPathException e) {
            refuse(NLS.bind(Messages.ImportPage_badPath, file.getText()));
            return;
        }
        if (file.getText().isBlank() || next.equals(shown)) {
            return;
        }
        shown = next;
        Optional<ImportWizard.Start> start = offered.filter(given -> given.file().toAbsolutePath().equals(next));
        said = start.map(ImportWizard.Start::options).orElse(ReadOptions.DETECT);
        String byFile = withoutEnding(next.getFileName() == null ? "" : next.getFileName().toString()); //$NON-NLS-1$
        name.setText(start.map(ImportWizard.Start::name).filter(given -> !given.isEmpty()).orElse(byFile));
        preview();
        sheets(next);
    }

    private void sheets(Path path) {
        sheet.show(List.of(), said.sheet());
        // What is wrong with the file is said by the preview.
        Background.load(file, NLS.bind(Messages.ImportPage_reading, path.getFileName()),
                () -> list.workspace().data().sheets(path, Progress.NONE), found -> {
                    if (path.equals(shown)) {
                        sheet.show(found, said.sheet());
                    }
                }, failure -> sheet.show(List.of(), said.sheet()));
    }

    private static String withoutEnding(String fileName) {
        String plain = fileName.toLowerCase(Locale.ROOT).endsWith(".gz") ? fileName.substring(0, fileName.length() - 3) : fileName; //$NON-NLS-1$
        int dot = plain.lastIndexOf('.');
        return dot <= 0 ? plain : plain.substring(0, dot);
    }

    /** The user has said how the file is to be read. */
    private void said(ReadOptions next) {
        said = next;
        preview();
    }

    /** Reads the whole file, as the import would: which types its columns have, and what is wrong far behind the beginning. */
    private void lookAtAll() {
        Dataset[] read = new Dataset[1];
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    read[0] = ImportJob.read(list, shown, said, monitor);
                } catch (DataException e) {
                    throw new InvocationTargetException(e);
                } catch (CancellationException e) {
                    throw new InterruptedException(e.getMessage());
                }
            });
        } catch (InvocationTargetException e) {
            readable = false;
            setErrorMessage(e.getCause() instanceof DataException problem ? ImportErrors.sentence(problem) : String.valueOf(e.getCause()));
            complete();
            return;
        } catch (InterruptedException e) {
            // The user has stopped it: the page is as it was.
            return;
        }
        looked = Optional.of(read[0]);
        columns.decided(read[0].schema());
        setMessage(NLS.bind(Messages.ImportPage_allRead, Formats.count(read[0].rows())));
        all.setEnabled(false);
        complete();
    }

    private void preview() {
        looked = Optional.empty();
        all.setEnabled(false);
        if (shown == null) {
            return;
        }
        Path path = shown;
        ReadOptions chosen = said;
        long mine = ++request;
        setErrorMessage(null);
        setMessage(NLS.bind(Messages.ImportPage_reading, path.getFileName()), IMessageProvider.INFORMATION);
        Background.load(file, NLS.bind(Messages.ImportPage_reading, path.getFileName()),
                () -> list.workspace().data().preview(path, chosen, Progress.NONE), found -> {
                    if (mine == request) {
                        show(found);
                    }
                }, failure -> {
                    if (mine == request) {
                        refuse(sentence(failure));
                    }
                });
    }

    private static String sentence(Exception failure) {
        return switch (failure) {
            case DataException data -> ImportErrors.sentence(data);
            default -> String.valueOf(failure.getMessage());
        };
    }

    private void show(ImportPreview found) {
        readable = found.isReadable();
        options.show(said, found.options());
        found.options().sheet().ifPresent(sheet::read);
        columns.show(found, said);
        notices.show(found);
        all.setEnabled(readable && !found.whole());
        rows.show(new RawRows(found));
        int problems = found.problems().size();
        setErrorMessage(readable ? null : problems == 1 ? Messages.ImportPage_problem : NLS.bind(Messages.ImportPage_problems, problems));
        if (!found.questions().isEmpty()) {
            setMessage(found.questions().size() == 1 ? Messages.ImportPage_question
                    : NLS.bind(Messages.ImportPage_questions, found.questions().size()), IMessageProvider.INFORMATION);
        } else {
            setMessage(found.whole() ? Messages.ImportPage_whole : Messages.ImportPage_beginning);
        }
        complete();
    }

    private void refuse(String message) {
        readable = false;
        notices.show(null);
        columns.show(null, said);
        options.show(said, null);
        setErrorMessage(message);
        complete();
    }

    private void complete() {
        boolean taken = list.find(name.getText().strip()).isPresent();
        if (readable && taken) {
            setMessage(NLS.bind(Messages.ImportPage_taken, name.getText().strip()), IMessageProvider.WARNING);
        }
        setPageComplete(readable && !name.getText().isBlank());
    }

    Path file() {
        return shown;
    }

    /** The file is imported: it is offered the next time. */
    void keepFile() {
        recentFiles.add(shown.toString());
    }

    /** What the file holds when all its rows were looked at, read in the way that is now chosen. */
    Optional<Dataset> looked() {
        return looked;
    }

    String datasetName() {
        return name.getText().strip();
    }

    ReadOptions options() {
        return said;
    }
}
