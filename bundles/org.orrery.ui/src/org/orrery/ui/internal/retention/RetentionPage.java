package org.orrery.ui.internal.retention;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.retention.RetentionPlan;
import org.orrery.jobs.retention.RetentionPolicy;
import org.orrery.jobs.retention.WorkbenchPolicy;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Help;

/** Which ended runs the workspace keeps; 0 keeps all. What would go can be seen before anything does. */
public final class RetentionPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_RUNS = 10_000_000;
    private static final int MOST_MEBIBYTES = 100_000_000;
    private static final int SHOWN = 12;
    private Workspace workspace;
    private IntegerFieldEditor days;
    private IntegerFieldEditor count;
    private IntegerFieldEditor mebibytes;
    private BooleanFieldEditor resumable;

    /** A page with one column of fields. */
    public RetentionPage() {
        super(GRID);
        setDescription(Messages.RetentionPage_description);
        setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, RetentionPreferences.NODE));
    }

    @Override
    public void init(IWorkbench workbench) {
        workspace = workbench.getService(Workspace.class);
    }

    @Override
    protected Control createContents(Composite parent) {
        Control fields = super.createContents(parent);
        Button preview = new Button(parent, SWT.PUSH);
        preview.setText(Messages.RetentionPage_preview);
        preview.setData("orrery.id", "retention.preview"); //$NON-NLS-1$ //$NON-NLS-2$
        preview.setEnabled(workspace != null);
        preview.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> preview()));
        GridDataFactory.swtDefaults().applyTo(preview);
        return fields;
    }

    @Override
    protected void createFieldEditors() {
        Help.attach(getFieldEditorParent(), "org.orrery.ui.preferences.retention"); //$NON-NLS-1$
        days = number(RetentionPreferences.DAYS, Messages.RetentionPage_days, MOST_DAYS);
        count = number(RetentionPreferences.COUNT, Messages.RetentionPage_count, MOST_RUNS);
        mebibytes = number(RetentionPreferences.MEBIBYTES, Messages.RetentionPage_mebibytes, MOST_MEBIBYTES);
        resumable = new BooleanFieldEditor(RetentionPreferences.RESUMABLE, Messages.RetentionPage_resumable, getFieldEditorParent());
        addField(resumable);
        addField(new BooleanFieldEditor(RetentionPreferences.AT_START, Messages.RetentionPage_atStart, getFieldEditorParent()));
    }

    private IntegerFieldEditor number(String key, String label, int most) {
        IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent());
        editor.setValidRange(0, most);
        editor.setErrorMessage(NLS.bind(Messages.RetentionPage_range, most));
        addField(editor);
        return editor;
    }

    private void preview() {
        if (!isValid()) {
            return;
        }
        RetentionPolicy policy = WorkbenchPolicy.of(days.getIntValue(), count.getIntValue(), mebibytes.getIntValue(), resumable.getBooleanValue());
        Background.load(getControl(), Messages.RetentionPage_preview, () -> RetentionAtStart.plan(workspace, policy), plan -> show(plan, policy));
    }

    private void show(RetentionPlan plan, RetentionPolicy policy) {
        if (plan.going().isEmpty()) {
            MessageDialog.openInformation(getShell(), Messages.RetentionPage_preview, NLS.bind(Messages.RetentionPage_nothing, plan.spared().size()));
            return;
        }
        StringBuilder text = new StringBuilder(NLS.bind(Messages.RetentionPage_would, new Object[] {plan.going().size(), Formats.bytes(plan.freed()), plan.spared().size()}));
        plan.going().stream().limit(SHOWN).forEach(each -> text.append('\n').append(each.run().id()).append("  ").append(each.run().name())); //$NON-NLS-1$
        if (plan.going().size() > SHOWN) {
            text.append("\n…"); //$NON-NLS-1$
        }
        if (!plan.fits(policy)) {
            text.append('\n').append(NLS.bind(Messages.RetentionPage_over, Formats.bytes(plan.after())));
        }
        int answer = MessageDialog.open(MessageDialog.QUESTION, getShell(), Messages.RetentionPage_preview, text.toString(), 0, Messages.RetentionPage_delete,
                Messages.RetentionPage_keep);
        if (answer == 0) {
            Background.load(getControl(), Messages.RetentionPage_delete, () -> plan.carryOut(workspace.runs(), workspace.folders()), gone -> { },
                    failure -> MessageDialog.openError(getShell(), Messages.RetentionPage_delete, failure.getMessage()));
        }
    }
}
