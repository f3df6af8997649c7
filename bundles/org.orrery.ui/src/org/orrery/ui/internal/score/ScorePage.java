package org.orrery.ui.internal.score;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.Names;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.score.ModelCard;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.data.DataStore;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Background;

/** Which model, which rows, where to; says at once whether the columns fit. */
final class ScorePage extends WizardPage {
    private static final String SUFFIX = "-predicted.csv"; //$NON-NLS-1$
    private static final int MOST_REASONS = 100;
    private static final int PAUSE_MS = 400;
    private static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".parquet", ".xlsx"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

    private final DataStore store;
    private final List<KeptModel> models;
    private final Names names;
    private Combo model;
    private Label card;
    private Text data;
    private Text out;
    private Text problems;
    private Button force;
    private Spinner reasons;
    private boolean refused;
    private boolean checked;
    private int asked;
    private String proposed = ""; //$NON-NLS-1$
    private ReadOptions options = ReadOptions.DETECT;

    ScorePage(DataStore store, List<KeptModel> models, Names names) {
        super("score", Messages.ScorePage_title, null); //$NON-NLS-1$
        this.store = store;
        this.models = models;
        this.names = names;
        setDescription(Messages.ScorePage_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(body);
        model = models(body);
        card = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(400, SWT.DEFAULT).applyTo(card);
        data = file(body, Messages.ScorePage_data, Messages.ScorePage_dataTip, "score.data", SWT.OPEN); //$NON-NLS-1$
        out = file(body, Messages.ScorePage_out, Messages.ScorePage_outTip, "score.out", SWT.SAVE); //$NON-NLS-1$
        Label label = new Label(body, SWT.NONE);
        label.setText(Messages.ScorePage_problems);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        problems = new Text(body, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        problems.setData("orrery.id", "score.problems"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(400, 120).applyTo(problems);
        new Label(body, SWT.NONE).setText(Messages.ScorePage_reasons);
        reasons = new Spinner(body, SWT.BORDER);
        reasons.setValues(0, 0, MOST_REASONS, 0, 1, 5);
        reasons.setToolTipText(Messages.ScorePage_reasonsTip);
        reasons.setData("orrery.id", "score.reasons"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.swtDefaults().span(2, 1).applyTo(reasons);
        force = new Button(body, SWT.CHECK);
        force.setText(Messages.ScorePage_force);
        force.setToolTipText(Messages.ScorePage_forceTip);
        force.setData("orrery.id", "score.force"); //$NON-NLS-1$ //$NON-NLS-2$
        force.setVisible(false);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(force);
        force.addListener(SWT.Selection, event -> validate());
        data.addListener(SWT.Modify, event -> dataChanged());
        out.addListener(SWT.Modify, event -> validate());
        setControl(body);
        showCard();
        validate();
        setErrorMessage(null);
        data.setFocus();
    }

    private Combo models(Composite body) {
        new Label(body, SWT.NONE).setText(Messages.ScorePage_model);
        Combo combo = new Combo(body, SWT.READ_ONLY);
        combo.setToolTipText(Messages.ScorePage_modelTip);
        combo.setItems(models.stream().map(each -> names.group(each.card().kind())).toArray(String[]::new));
        combo.select(0);
        combo.setData("orrery.id", "score.model"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            showCard();
            dataChanged();
        });
        return combo;
    }

    private Text file(Composite body, String name, String tip, String id, int style) {
        new Label(body, SWT.NONE).setText(name);
        Text text = new Text(body, SWT.BORDER);
        text.setToolTipText(tip);
        text.setData("orrery.id", id); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        Button browse = new Button(body, SWT.PUSH);
        browse.setText(Messages.ScorePage_browse);
        setButtonLayoutData(browse);
        browse.addListener(SWT.Selection, event -> browse(style, text::setText));
        return text;
    }

    private void browse(int style, Consumer<String> chosen) {
        FileDialog dialog = new FileDialog(getShell(), style | SWT.SHEET);
        if (style == SWT.SAVE) {
            dialog.setFilterNames(new String[] {Messages.ScorePage_csv, "Parquet", "XLSX"}); //$NON-NLS-1$ //$NON-NLS-2$
            dialog.setFilterExtensions(new String[] {"*.csv", "*.parquet", "*.xlsx"}); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
            dialog.setOverwrite(true);
        }
        String file = dialog.open();
        if (file != null) {
            chosen.accept(file);
        }
    }

    private void showCard() {
        ModelCard is = model().card();
        card.setText(NLS.bind(Messages.ScorePage_card, new Object[] {names.group(is.kind()), is.target(), is.features().size(), is.trainedRows(), is.dataset()}));
        card.getParent().layout();
    }

    KeptModel model() {
        return models.get(Math.max(0, model.getSelectionIndex()));
    }

    ScoreRequest request() {
        return new ScoreRequest(model().artifact().path(), path(data), options, path(out), force.getVisible() && force.getSelection(),
                reasons.getSelection());
    }

    /** The path in a field; the empty one while it is none. */
    private static Path path(Text field) {
        try {
            return Path.of(field.getText().strip());
        } catch (InvalidPathException e) {
            return Path.of(""); //$NON-NLS-1$
        }
    }

    private static boolean isGiven(Path path) {
        return !path.toString().isEmpty();
    }

    private void dataChanged() {
        int number = ++asked;
        refused = false;
        checked = false;
        force.setVisible(false);
        Path file = path(data);
        // What the user has written there stays; what was proposed follows the file while its name is typed.
        if (out.getText().equals(proposed) && isGiven(file) && file.getFileName() != null) {
            proposed = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + SUFFIX).toString(); //$NON-NLS-1$ //$NON-NLS-2$
            out.setText(proposed);
        }
        problems.setText(isGiven(file) ? Messages.ScorePage_checking : ""); //$NON-NLS-1$
        validate();
        if (isGiven(file)) {
            // While a person types, only the last of several words is worth reading.
            getShell().getDisplay().timerExec(PAUSE_MS, () -> {
                if (number == asked && !problems.isDisposed()) {
                    gate(number, file);
                }
            });
        }
    }

    private void gate(int number, Path file) {
        KeptModel chosen = model();
        Background.load(problems, Messages.ScorePage_checking,
                () -> Gate.of(chosen, store, file), found -> {
                    if (number == asked) {
                        options = found.options();
                        show(found.problems());
                    }
                }, failure -> {
                    if (number == asked) {
                        problems.setText(String.valueOf(failure.getMessage()));
                    }
                });
    }

    private void show(List<GateProblem> found) {
        StringBuilder text = new StringBuilder();
        found.forEach(problem -> text.append(problem.message()).append('\n'));
        problems.setText(found.isEmpty() ? Messages.ScorePage_fits : text.toString());
        refused = !found.isEmpty();
        checked = true;
        force.setVisible(refused);
        validate();
    }

    private void validate() {
        String error = null;
        String name = path(out).toString().toLowerCase(Locale.ROOT);
        if (!isGiven(path(data))) {
            error = Messages.ScorePage_needData;
        } else if (ENDINGS.stream().noneMatch(name::endsWith)) {
            error = Messages.ScorePage_needOut;
        }
        setErrorMessage(error);
        setPageComplete(error == null && checked && (!refused || force.getSelection()));
    }
}
