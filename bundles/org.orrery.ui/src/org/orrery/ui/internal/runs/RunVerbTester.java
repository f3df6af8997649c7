package org.orrery.ui.internal.runs;

import org.eclipse.core.expressions.PropertyTester;
import org.orrery.jobs.RunSummary;

/** Tells core expressions which verbs apply to a run, and which tags can be given to it or taken from it. */
public final class RunVerbTester extends PropertyTester {
    /** No verb, since it changes nothing of the run. */
    private static final String EXPORT = "export"; //$NON-NLS-1$

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
        if (!(receiver instanceof RunSummary run)) {
            return false;
        }
        String word = String.valueOf(expectedValue);
        if (property.equals("labels")) { //$NON-NLS-1$
            return RunLabel.of(word).applies(run);
        }
        return word.equals(EXPORT) ? run.state().ended() : RunVerb.of(word).applies(run);
    }
}
