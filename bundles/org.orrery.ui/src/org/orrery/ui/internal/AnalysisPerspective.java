package org.orrery.ui.internal;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.orrery.ui.internal.help.HelpView;
import org.orrery.ui.internal.models.ModelsView;
import org.orrery.ui.internal.queue.QueueView;
import org.orrery.ui.internal.runs.RunsView;

/** Data sets and analyses at the left, runs below, results in the middle. Other bundles add their views by extension. */
public final class AnalysisPerspective implements IPerspectiveFactory {
    private static final String ANALYSES = "org.orrery.ui.views.analyses"; //$NON-NLS-1$
    private static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView"; //$NON-NLS-1$
    private static final float LEFT = 0.285f;
    private static final float BOTTOM = 0.72f;
    private static final float HELP = 0.55f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(ANALYSES, IPageLayout.LEFT, LEFT, IPageLayout.ID_EDITOR_AREA);
        IFolderLayout bottom = layout.createFolder("org.orrery.ui.bottom", IPageLayout.BOTTOM, BOTTOM, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
        bottom.addView(RunsView.ID);
        bottom.addView(QueueView.ID);
        bottom.addView(ModelsView.ID);
        bottom.addView(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addPlaceholder(ERROR_LOG);
        layout.addPlaceholder(HelpView.ID, IPageLayout.RIGHT, HELP, IPageLayout.ID_EDITOR_AREA);
        layout.setEditorOnboardingText(Messages.AnalysisPerspective_hint);
        layout.setEditorOnboardingImageUri("platform:/plugin/org.orrery.ui/icons/hint.svg"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("org.orrery.ui.data.commands.importData"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("org.orrery.ui.data.commands.addSample"); //$NON-NLS-1$
        layout.addEditorOnboardingCommandId("org.orrery.ui.commands.runAnalysis"); //$NON-NLS-1$
        layout.addShowViewShortcut(ANALYSES);
        layout.addShowViewShortcut(RunsView.ID);
        layout.addShowViewShortcut(QueueView.ID);
        layout.addShowViewShortcut(ModelsView.ID);
        layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(ERROR_LOG);
    }
}
