package org.orrery.ui.internal.run;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.orrery.ui.Icons;
import org.orrery.ui.PageInput;

/** Names a stored run, so that its editor can be opened again after a restart. Two are equal when the run is the same. */
public final class RunInput extends PageInput implements IPersistableElement {
    private final long run;
    private final String name;

    /** @param name what the user calls the run, for the tab */
    public RunInput(long run, String name) {
        super(Icons.descriptor("org.orrery.ui", "runs"), run); //$NON-NLS-1$ //$NON-NLS-2$
        this.run = run;
        this.name = name;
    }

    /** The number of the run. */
    public long run() {
        return run;
    }

    @Override
    public String getName() {
        return NLS.bind(Messages.RunInput_title, run, name);
    }

    @Override
    public String getFactoryId() {
        return RunInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(RunInputFactory.RUN, Long.toString(run));
        memento.putString(RunInputFactory.NAME, name);
    }
}
