package org.orrery.ui.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.orrery.data.Dataset;
import org.orrery.ui.DatasetList;
import org.orrery.ui.internal.result.RowLinks;

/** From the tables and charts of a run to the rows of its data set, and to the answer that lists the predictions behind a figure. */
final class RunLinks implements RowLinks {
    private static final String SHOW = "org.orrery.ui.data.commands.showRow"; //$NON-NLS-1$

    private final IWorkbenchSite site;
    private final DatasetList datasets;
    private final Supplier<Optional<RunContent>> content;
    private final AnswersPage answers;
    private final Runnable toAnswers;

    /** @param toAnswers brings the page of the answers to the front */
    RunLinks(IWorkbenchSite site, Supplier<Optional<RunContent>> content, AnswersPage answers, Runnable toAnswers) {
        this.site = site;
        this.datasets = site.getService(DatasetList.class);
        this.content = content;
        this.answers = answers;
        this.toAnswers = toAnswers;
    }

    private Optional<Dataset> dataset() {
        Optional<Dataset> asked = content.get().flatMap(run -> run.stored().request().inputs().values().stream().flatMap(List::stream).findFirst());
        // Rows of other data under the same name would be others.
        return asked.filter(data -> datasets.find(data.name()).filter(now -> now.sha256().equals(data.sha256())).isPresent());
    }

    @Override
    public boolean hasData() {
        return dataset().isPresent();
    }

    @Override
    public void showData(long row) {
        dataset().ifPresent(data -> {
            ParameterizedCommand command = ParameterizedCommand.generateCommand(site.getService(ICommandService.class).getCommand(SHOW),
                    Map.of(SHOW + ".dataset", data.name(), SHOW + ".row", Long.toString(row))); //$NON-NLS-1$ //$NON-NLS-2$
            try {
                site.getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                ILog.of(RunLinks.class).error(e.getMessage(), e);
            }
        });
    }

    @Override
    public boolean hasRowsBehind(Map<String, Object> values) {
        boolean cell = values.containsKey("actual") && values.containsKey("predicted"); //$NON-NLS-1$ //$NON-NLS-2$
        return !values.containsKey(ROW) && (cell || bin(values) || values.containsKey("threshold")); //$NON-NLS-1$
    }

    @Override
    public void showRowsBehind(Map<String, Object> values) {
        toAnswers.run();
        Map<String, Object> asked = new LinkedHashMap<>(values);
        if (bin(values)) {
            asked.put("probabilityOf", values.get("class")); //$NON-NLS-1$ //$NON-NLS-2$
        }
        answers.ask(asked);
    }

    /** A row that counts predictions between two probabilities of a class. */
    private static boolean bin(Map<String, Object> values) {
        return values.containsKey("class") && values.containsKey("lower") && values.containsKey("upper"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }
}
