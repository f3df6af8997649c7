package org.orrery.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.jobs.RunRequest;

/**
 * One way to run an analysis. Immutable: each method returns a changed copy.
 *
 * @param name what reports call it
 * @param inputs data by the name of the input
 * @param settings texts by path, as {@code --set} takes them
 * @param seed the seed of its runs
 * @param heap the promise for a large sample
 */
public record ConformanceCase(String name, Map<String, List<Sample>> inputs, Map<String, String> settings, long seed,
        Optional<HeapBound> heap) {
    /**
     * A large sample and the heap in which it must run, in a process of its own.
     *
     * @param mebibytes the whole heap of the process
     * @param inputs data by the name of the input
     */
    public record HeapBound(int mebibytes, Map<String, List<Sample>> inputs) {
        public HeapBound {
            inputs = Map.copyOf(inputs);
            if (mebibytes < 32) {
                throw new IllegalArgumentException("A process needs at least 32 MiB, not " + mebibytes);
            }
        }
    }

    public ConformanceCase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(heap, "heap");
        inputs = Map.copyOf(inputs);
        settings = new LinkedHashMap<>(settings);
    }

    /** A case without data, with default settings. */
    public static ConformanceCase of(String name) {
        return new ConformanceCase(name, Map.of(), Map.of(), RunRequest.DEFAULT_SEED, Optional.empty());
    }

    /** The same with one more data set for that input. */
    public ConformanceCase input(String input, Sample sample) {
        Map<String, List<Sample>> changed = new LinkedHashMap<>(inputs);
        List<Sample> samples = new ArrayList<>(changed.getOrDefault(input, List.of()));
        samples.add(sample);
        changed.put(input, List.copyOf(samples));
        return new ConformanceCase(name, changed, settings, seed, heap);
    }

    /** The same with that setting, such as {@code tree.maxDepth} or {@code steps[0].kind}. */
    public ConformanceCase set(String path, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(path, String.valueOf(value));
        return new ConformanceCase(name, inputs, changed, seed, heap);
    }

    /** The same with another seed. */
    public ConformanceCase withSeed(long newSeed) {
        return new ConformanceCase(name, inputs, settings, newSeed, heap);
    }

    /** The same with the promise that this data set runs in a process whose whole heap has that many MiB. */
    public ConformanceCase heap(int mebibytes, String input, Sample large) {
        return new ConformanceCase(name, inputs, settings, seed,
                Optional.of(new HeapBound(mebibytes, Map.of(input, List.of(large)))));
    }
}
