package org.orrery.app;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.actions.ContributionItemFactory;

/** The views that the perspective offers. */
public final class ShowViewItems extends CompoundContributionItem {
    @Override
    protected IContributionItem[] getContributionItems() {
        return new IContributionItem[] {ContributionItemFactory.VIEWS_SHORTLIST.create(PlatformUI.getWorkbench().getActiveWorkbenchWindow())};
    }
}
