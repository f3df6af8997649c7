package org.orrery.external;

import java.util.List;
import java.util.Optional;

import org.orrery.analysis.settings.Advanced;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Range;

/**
 * The settings of an external training process.
 *
 * @param command the program and its arguments, one word each; no shell is between. <code>${param:NAME}</code> stands for a
 *     parameter, <code>${dataset}</code> for the file of the data set
 * @param workingDirectory where it runs; empty: a folder of its own that is removed afterwards
 * @param environment variables in addition to those of Orrery
 * @param parameters what the command may refer to
 * @param metrics where metrics come from, tried in this order; the first that fits a line takes it
 * @param progressName the metric or group that counts steps
 * @param progressTotal how many steps there are; 0: unknown
 * @param artifacts patterns of files in the working directory that are kept with the run
 * @param timeoutSeconds how long it may run; 0: as long as it likes
 * @param killGraceSeconds how long it may take to end by itself when its time is over
 * @param successExitCodes exit codes that mean success
 */
public record ExternalSettings(List<String> command, Optional<String> workingDirectory, List<Variable> environment,
        List<Variable> parameters, List<MetricSource> metrics, @Default("step") String progressName,
        @Default("0") @Range(min = 0, max = Long.MAX_VALUE) long progressTotal, List<String> artifacts,
        @Default("0") @Range(min = 0, max = 1e9) double timeoutSeconds,
        @Default("10") @Range(min = 0, max = 3600) @Advanced double killGraceSeconds,
        @Default("0") @Advanced List<Integer> successExitCodes) {
}
