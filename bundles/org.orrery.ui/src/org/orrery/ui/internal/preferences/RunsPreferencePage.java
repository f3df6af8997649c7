package org.orrery.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.orrery.ui.Help;

/** Runs and the welcome page. */
public final class RunsPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    private static final int MOST_MIB = 1 << 20;

    private IntegerFieldEditor heap;

    /** A page with one column of fields. */
    public RunsPreferencePage() {
        super(GRID);
        setDescription(Messages.RunsPreferencePage_description);
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, WorkbenchPreferences.NODE);
        store.setDefault(WorkbenchPreferences.WELCOME, true);
        setPreferenceStore(store);
    }

    @Override
    public void init(IWorkbench workbench) {
        // The page needs nothing of it.
    }

    @Override
    protected void createFieldEditors() {
        Help.attach(getFieldEditorParent(), "org.orrery.ui.preferences.runs"); //$NON-NLS-1$
        addField(new BooleanFieldEditor(WorkbenchPreferences.WELCOME, Messages.RunsPreferencePage_welcome, getFieldEditorParent()));
        heap = new IntegerFieldEditor(WorkbenchPreferences.WORKER_HEAP, Messages.RunsPreferencePage_heap, getFieldEditorParent());
        heap.setValidRange(0, MOST_MIB);
        heap.setErrorMessage(Messages.RunsPreferencePage_badHeap);
        heap.getTextControl(getFieldEditorParent()).setToolTipText(Messages.RunsPreferencePage_heapTip);
        addField(heap);
    }

    @Override
    protected void initialize() {
        super.initialize();
        // This one belongs to the run management, which reads its own node.
        heap.setPreferenceStore(new ScopedPreferenceStore(InstanceScope.INSTANCE, WorkbenchPreferences.JOBS_NODE));
        heap.load();
    }
}
