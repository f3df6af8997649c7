package org.orrery.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.PlatformUI;
import org.orrery.data.Dataset;
import org.orrery.ui.RunList;

/** Whether no run uses a data set: only then may it be taken away. */
public final class DatasetTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expected) {
        RunList runs = PlatformUI.getWorkbench().getService(RunList.class);
        return runs == null || runs.using(((Dataset) receiver).name()).isEmpty();
    }
}
