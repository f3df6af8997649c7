package org.orrery.external.ui;

import org.eclipse.osgi.util.NLS;
import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** What the workbench of patterns works on; it does not come back by itself after a restart. */
final class PatternInput extends PageInput {
    private final long run;

    /** @param run the run whose log is read; 0: one that is pasted */
    PatternInput(long run) {
        super(Icons.descriptor("org.orrery.external.ui", "patterns"), run); //$NON-NLS-1$ //$NON-NLS-2$
        this.run = run;
    }

    /** The run whose log is read; 0: one that is pasted. */
    long run() {
        return run;
    }

    @Override
    public String getName() {
        return run == 0 ? Messages.PatternInput_name : NLS.bind(Messages.PatternInput_ofRun, Long.toString(run));
    }
}
