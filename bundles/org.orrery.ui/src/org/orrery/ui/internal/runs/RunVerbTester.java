package org.orrery.ui.internal.runs;

import org.eclipse.core.expressions.PropertyTester;
import org.orrery.jobs.RunSummary;

/** Tells core expressions which verbs apply to a run. */
public final class RunVerbTester extends PropertyTester {
    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expectedValue) {
        return receiver instanceof RunSummary run && RunVerb.of(String.valueOf(expectedValue)).applies(run);
    }
}
