package org.orrery.testkit.internal.process;

import java.util.List;
import java.util.Map;

/**
 * What a child process runs. Made of what JSON holds.
 *
 * @param analysis the id of a registered analysis; empty when it is named by its class
 * @param bundle the bundle that loads the classes
 * @param analysisClass the class of the analysis
 * @param settingsClass the class of its settings
 * @param workspace the folder of the workspace, made when it is not there
 * @param name the name of the run
 * @param inputs files by the name of the input
 * @param settings in plain form
 * @param seed the seed of the run
 * @param waitsIn the unit in which it waits to be killed; empty to run to its end
 */
public record ChildSpec(String analysis, String bundle, String analysisClass, String settingsClass, String workspace, String name,
        Map<String, List<String>> inputs, Map<String, Object> settings, long seed, String waitsIn) {
}
