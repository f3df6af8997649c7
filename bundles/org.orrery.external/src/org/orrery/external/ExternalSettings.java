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
 * @param standardInput the file that it reads from standard input, <code>${dataset}</code> for the data set; empty: nothing
 * @param environment variables in addition to those of Orrery
 * @param parameters what the command may refer to
 * @param metrics where metrics come from, tried in this order; the first that fits a line takes it
 * @param progressName the metric or group that counts steps
 * @param progressTotal how many steps there are; 0: unknown
 * @param progressParameter the parameter that says how many steps there are; counts before the number
 * @param artifacts patterns of files in the working directory that are kept with the run
 * @param timeoutSeconds how long it may run; 0: as long as it likes
 * @param killGraceSeconds how long it may take to end by itself when its time is over
 * @param successExitCodes exit codes that mean success
 * @param resumeArguments words that are added to the command when a run goes on that was ended before; <code>${checkpoint}</code> stands
 *     for the newest checkpoint. With a checkpoint named they are added only when there is one
 * @param checkpoint a pattern of files in the working directory
 * @param nice how far it stands back behind other programs, 0 to 19, where the system has the program {@code nice}
 * @param charset how what it prints is written
 */
public record ExternalSettings(List<String> command, Optional<String> workingDirectory, @Advanced Optional<String> standardInput,
        List<Variable> environment, List<Variable> parameters, List<MetricSource> metrics, @Default("step") String progressName,
        @Default("0") @Range(min = 0, max = Long.MAX_VALUE) long progressTotal,
        @Advanced Optional<String> progressParameter, List<String> artifacts,
        @Default("0") @Range(min = 0, max = 1e9) double timeoutSeconds,
        @Default("10") @Range(min = 0, max = 3600) @Advanced double killGraceSeconds,
        @Default("0") @Advanced List<Integer> successExitCodes, @Advanced List<String> resumeArguments, @Advanced Optional<String> checkpoint,
        @Default("0") @Range(min = 0, max = 19) @Advanced int nice, @Default("UTF-8") @Advanced String charset) {
    /** How many steps there are; 0: unknown. */
    long steps() {
        return progressParameter.flatMap(name -> parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst())
                .flatMap(parameter -> NumberText.parse(parameter.value()).stream().boxed().findFirst()).filter(Double::isFinite)
                .map(number -> Math.max(0, Math.round(number))).orElse(progressTotal);
    }
}
