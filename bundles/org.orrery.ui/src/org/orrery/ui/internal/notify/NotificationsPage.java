package org.orrery.ui.internal.notify;

import java.util.Arrays;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.orrery.jobs.notice.NoticeRules;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/** Of what the user wants to be told, and how. */
public final class NotificationsPage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
    /** A day. */
    private static final int LONGEST = 86_400;

    /** A page with one column of fields. */
    public NotificationsPage() {
        super(GRID);
        setDescription(Messages.NotificationsPage_description);
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NoticePreferences.NODE);
        for (NoticeRules.Kind kind : NoticeRules.Kind.values()) {
            store.setDefault(kind.key(), true);
        }
        store.setDefault(NoticePreferences.POPUP, true);
        store.setDefault(WorkbenchPreferences.SILENCE, NoticeRules.SILENCE);
        setPreferenceStore(store);
    }

    @Override
    public void init(IWorkbench workbench) {
        // The page needs nothing of it.
    }

    @Override
    protected void createFieldEditors() {
        for (NoticeRules.Kind kind : NoticeRules.Kind.values()) {
            addField(new BooleanFieldEditor(kind.key(), label(kind), getFieldEditorParent()));
        }
        StringFieldEditor thresholds = new StringFieldEditor(NoticePreferences.THRESHOLDS, Messages.NotificationsPage_thresholds, getFieldEditorParent()) {
            @Override
            protected boolean doCheckState() {
                return Arrays.stream(getStringValue().split(";")).allMatch(each -> each.isBlank() || NoticeRules.Threshold.of(each).isPresent()); //$NON-NLS-1$
            }
        };
        thresholds.setErrorMessage(Messages.NotificationsPage_badThreshold);
        thresholds.setEmptyStringAllowed(true);
        thresholds.getTextControl(getFieldEditorParent()).setMessage(Messages.NotificationsPage_thresholdsHint);
        addField(thresholds);
        IntegerFieldEditor silence = new IntegerFieldEditor(WorkbenchPreferences.SILENCE, Messages.NotificationsPage_silence, getFieldEditorParent());
        silence.setValidRange(1, LONGEST);
        silence.getTextControl(getFieldEditorParent()).setToolTipText(Messages.NotificationsPage_silenceTip);
        addField(silence);
        addField(new BooleanFieldEditor(NoticePreferences.POPUP, Messages.NotificationsPage_popup, getFieldEditorParent()));
        StringFieldEditor command = new StringFieldEditor(NoticePreferences.COMMAND, Messages.NotificationsPage_command, getFieldEditorParent());
        command.getTextControl(getFieldEditorParent()).setMessage(Messages.NotificationsPage_commandHint);
        command.getTextControl(getFieldEditorParent()).setToolTipText(Messages.NotificationsPage_commandTip);
        addField(command);
    }

    private static String label(NoticeRules.Kind kind) {
        return switch (kind) {
            case FINISHED -> Messages.NotificationsPage_finished;
            case FAILED -> Messages.NotificationsPage_failed;
            case STALLED -> Messages.NotificationsPage_stalled;
            case NOT_A_NUMBER -> Messages.NotificationsPage_notANumber;
            case THRESHOLD -> Messages.NotificationsPage_threshold;
            case REGRESSED -> Messages.NotificationsPage_regressed;
        };
    }
}
