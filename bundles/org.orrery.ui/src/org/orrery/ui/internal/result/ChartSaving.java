package org.orrery.ui.internal.result;

import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.ui.Background;
import org.orrery.ui.charts.ChartExport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saves charts in every format that the installation can draw. A service. */
@Component(service = ChartSaving.class)
public final class ChartSaving {
    private final ChartExport export;

    /** @param renderers what can draw, one a format */
    @Activate
    public ChartSaving(@Reference List<ChartRenderer> renderers) {
        export = new ChartExport(renderers, task -> Background.run(Messages.ChartSaving_save, task::run),
                failure -> ILog.of(ChartSaving.class).error(failure.getMessage(), failure));
    }

    /** What the menu of a chart offers. */
    public ChartExport export() {
        return export;
    }
}
