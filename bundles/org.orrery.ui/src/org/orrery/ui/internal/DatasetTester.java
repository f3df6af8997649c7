package org.orrery.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.PlatformUI;
import org.orrery.data.Dataset;

/** Whether no run uses a data set: only then may it be taken away. Expressions name the variable of the locks too, so that they are asked again. */
public final class DatasetTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expected) {
        return !LockSource.now(PlatformUI.getWorkbench()).containsKey(((Dataset) receiver).name());
    }
}
