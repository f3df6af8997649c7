package org.orrery.external.ui;

import java.util.List;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.program.Programs;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.PageEditor;

/**
 * The workbench of patterns: a log above, pasted or of a run, the patterns below it, and at once what they capture and what they miss.
 * Versions of patterns are kept in the workspace.
 */
public final class PatternEditor extends PageEditor {
    static final String ID = "org.orrery.external.ui.editors.patterns"; //$NON-NLS-1$
    private static final int PATIENCE_MS = 250;
    private static final int LONGEST_SHOWN = 4_000_000;

    private final Programs programs = ProgramWizard.programs();
    private LogText log;
    private Text patterns;
    private Label verdict;
    private CapturePane captured;
    private Combo versions;
    private PatternVersions kept;
    private int request;

    /** Shows a {@link PatternInput}. */
    public PatternEditor() {
        super(PatternInput.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        Workspace workspace = getSite().getService(Workspace.class);
        kept = new PatternVersions(workspace.folder(), programs);
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        Composite left = new Composite(halves, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(left);
        Label logLabel = new Label(left, SWT.NONE);
        logLabel.setText(Messages.PatternEditor_log);
        log = new LogText(left, this::changed);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(log.control());
        new Label(left, SWT.NONE).setText(Messages.PatternEditor_patterns);
        patterns = new Text(left, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        patterns.setFont(JFaceResources.getTextFont());
        patterns.setData("orrery.id", "patterns.sources"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(patterns, Messages.PatternEditor_patterns);
        patterns.setToolTipText(Messages.PatternEditor_patternsTip);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 5 * patterns.getLineHeight()).applyTo(patterns);
        patterns.addModifyListener(event -> changed());
        bar(left);
        verdict = new Label(left, SWT.WRAP);
        verdict.setData("orrery.id", "patterns.verdict"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        captured = new CapturePane(halves);
        halves.setWeights(60, 40);
        load(workspace);
        list();
    }

    private void bar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.PatternEditor_versions);
        versions = new Combo(bar, SWT.READ_ONLY);
        versions.setData("orrery.id", "patterns.versions"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(versions, Messages.PatternEditor_versions);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(versions);
        versions.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            String version = versions.getText();
            Background.load(versions, getPartName(), () -> kept.load(version), patterns::setText, this::refused);
        }));
        Button save = new Button(bar, SWT.PUSH);
        save.setText(Messages.PatternEditor_save);
        save.setData("orrery.id", "patterns.save"); //$NON-NLS-1$ //$NON-NLS-2$
        save.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> save()));
    }

    private void load(Workspace workspace) {
        long run = ((PatternInput) getEditorInput()).run();
        if (run == 0) {
            patterns.setText("key-value"); //$NON-NLS-1$
            return;
        }
        Background.load(patterns, getPartName(), () -> workspace.folders().open(run), this::show, this::refused);
    }

    private void show(StoredRun run) {
        StringBuilder text = new StringBuilder();
        for (StoredRun.LogLine line : run.log()) {
            if (!line.unit().isEmpty() && text.length() < LONGEST_SHOWN) {
                text.append(line.message()).append('\n');
            }
        }
        log.set(text.toString());
        Object metrics = run.request().settings().get("metrics"); //$NON-NLS-1$
        patterns.setText(metrics instanceof List<?> list && !list.isEmpty() ? SourceLines.text(list) : "key-value"); //$NON-NLS-1$
    }

    private void list() {
        Background.load(versions, getPartName(), kept::versions, names -> {
            String chosen = versions.getText();
            versions.setItems(names.toArray(String[]::new));
            versions.setText(chosen);
            versions.setEnabled(!names.isEmpty());
        }, this::refused);
    }

    private void save() {
        InputDialog dialog = new InputDialog(getSite().getShell(), Messages.PatternEditor_saveTitle, Messages.PatternEditor_saveName,
                versions.getText().replaceAll("/\\d+$", ""), name -> PatternVersions.isName(name) ? null : Messages.PatternEditor_badName); //$NON-NLS-1$ //$NON-NLS-2$
        if (dialog.open() == Window.OK) {
            keep(dialog.getValue());
        }
    }

    /** Keeps the patterns as the next version of that name. */
    void keep(String name) {
        String text = patterns.getText();
        Background.load(versions, getPartName(), () -> kept.save(name, text), version -> {
            versions.add(version, 0);
            versions.setText(version);
            versions.setEnabled(true);
        }, this::refused);
    }

    private void refused(Exception failure) {
        MessageDialog.openError(getSite().getShell(), getPartName(), failure.getMessage());
    }

    /** Tries the patterns when the user has paused. */
    private void changed() {
        int own = ++request;
        log.control().getDisplay().timerExec(PATIENCE_MS, () -> {
            if (own == request && !log.control().isDisposed()) {
                attempt(own);
            }
        });
    }

    private void attempt(int own) {
        String text = log.text();
        String sources = patterns.getText();
        Background.load(log.control(), getPartName(), () -> PatternTrial.of(text, sources, programs), trial -> {
            if (own == request) {
                show(trial);
            }
        });
    }

    private void show(PatternTrial trial) {
        log.mark(trial.marks());
        verdict.setText(trial.result().isEmpty() ? trial.problem()
                : NLS.bind(Messages.PatternEditor_verdict, new Object[] {trial.hits(), trial.misses()}));
        verdict.getParent().layout();
        captured.show(trial.result());
    }

    @Override
    public void setFocus() {
        log.control().setFocus();
    }
}
