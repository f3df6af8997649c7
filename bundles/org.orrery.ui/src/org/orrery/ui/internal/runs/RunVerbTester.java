package org.orrery.ui.internal.runs;

import org.eclipse.core.expressions.PropertyTester;
import org.orrery.jobs.RunSummary;

/** Tells core expressions which verbs apply to a run, and which tags can be given to it or taken from it. */
public final class RunVerbTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
        if (!(receiver instanceof RunSummary run)) {
            return false;
        }
        String word = String.valueOf(expectedValue);
        return property.equals("labels") ? RunLabel.of(word).applies(run) : RunVerb.of(word).applies(run); //$NON-NLS-1$
    }
}
