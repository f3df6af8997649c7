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

    private static final String MODEL = "model"; //$NON-NLS-1$
    private static final String ACTUAL = "actual"; //$NON-NLS-1$
    private static final String PREDICTED = "predicted"; //$NON-NLS-1$
    private static final String THRESHOLD = "threshold"; //$NON-NLS-1$
    /** Where no threshold is set, the more probable of two classes is predicted. */
    private static final double EVEN = 0.5;

    private final IWorkbenchSite site;
    private final DatasetList datasets;
    private final Supplier<Optional<RunContent>> content;
    private final AnswersPage answers;
    private final Runnable toAnswers;
    private final boolean ofResult;

    /**
     * @param toAnswers brings the page of the answers to the front
     * @param ofResult whether rows and points are those of the run's result, and not of an answer
     */
    RunLinks(IWorkbenchSite site, Supplier<Optional<RunContent>> content, AnswersPage answers, Runnable toAnswers, boolean ofResult) {
        this.site = site;
        this.datasets = site.getService(DatasetList.class);
        this.content = content;
        this.answers = answers;
        this.toAnswers = toAnswers;
        this.ofResult = ofResult;
    }

    private Optional<Dataset> dataset() {
        Optional<Dataset> asked = content.get().flatMap(run -> run.stored().request().inputs().values().stream().flatMap(List::stream).findFirst());
        // Rows of other data under the same name would be others.
        return asked.flatMap(datasets::like);
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
        boolean cell = values.containsKey(ACTUAL) && values.containsKey(PREDICTED);
        return !values.containsKey(ROW) && (cell || bin(values) || values.containsKey(THRESHOLD));
    }

    @Override
    public Map<String, Map<String, Object>> cellsBehind(Map<String, Object> values) {
        boolean byActual = values.containsKey(ACTUAL);
        if (byActual == values.containsKey(PREDICTED)) {
            return Map.of();
        }
        String across = byActual ? PREDICTED : ACTUAL;
        Map<String, Map<String, Object>> cells = new LinkedHashMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(across + '.') && value instanceof Long count && count > 0) {
                Map<String, Object> cell = new LinkedHashMap<>(values);
                cell.keySet().retainAll(List.of(MODEL, ACTUAL, PREDICTED));
                cell.put(across, column.substring(across.length() + 1));
                cells.put(column, cell);
            }
        });
        return cells;
    }

    @Override
    public void showRowsBehind(Map<String, Object> values) {
        toAnswers.run();
        Map<String, Object> asked = new LinkedHashMap<>(values);
        if (ofResult && values.containsKey(ACTUAL) && values.containsKey(PREDICTED)) {
            asked.put(THRESHOLD, threshold());
        }
        if (bin(values)) {
            asked.put("probabilityOf", values.get("class")); //$NON-NLS-1$ //$NON-NLS-2$
        }
        answers.ask(asked);
    }

    /** What the run itself counts at, whatever was asked since. */
    private double threshold() {
        return content.get().map(run -> run.stored().request().settings().get(THRESHOLD)).filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue()).orElse(EVEN);
    }

    /** A row that counts predictions between two probabilities of a class. */
    private static boolean bin(Map<String, Object> values) {
        return values.containsKey("class") && values.containsKey("lower") && values.containsKey("upper"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }
}
