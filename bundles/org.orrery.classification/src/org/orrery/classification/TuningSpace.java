package org.orrery.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.learning.ClassifierKind;

/** The combinations of settings of one model that tuning goes through, each as texts by path; the empty one are the settings as given. */
final class TuningSpace {
    /** What is looked through when the user names nothing. A range whose setting a model does not have is left out. */
    private static final List<TuningRange> DECLARED = List.of(TuningRange.between("logisticRegression.c", 1e-4, 1e4, true),
            TuningRange.between("linearSvm.c", 1e-4, 1e3, true), TuningRange.between("kernelSvm.c", 1e-2, 1e3, true),
            TuningRange.between("kernelSvm.gamma", 1e-4, 10, true), TuningRange.between("gaussianNaiveBayes.varianceSmoothing", 1e-12, 1e-1, true),
            TuningRange.between("kNearestNeighbours.neighbours", 1, 50, true),
            TuningRange.of("kNearestNeighbours.weighting", "uniform", "distance"), TuningRange.between("decisionTree.maxDepth", 2, 20, false),
            TuningRange.between("decisionTree.minLeaf", 1, 50, true), TuningRange.between("randomForest.minLeaf", 1, 20, true),
            TuningRange.between("randomForest.maxDepth", 4, 30, false), TuningRange.between("extraTrees.minLeaf", 1, 20, true),
            TuningRange.between("extraTrees.maxDepth", 4, 30, false), TuningRange.between("gradientBoosting.learningRate", 0.01, 0.5, true),
            TuningRange.between("gradientBoosting.maxDepth", 2, 10, false), TuningRange.between("gradientBoosting.rounds", 30, 500, true),
            TuningRange.between("multiLayerPerceptron.penalty", 1e-6, 1, true),
            TuningRange.between("multiLayerPerceptron.learningRate", 1e-4, 1e-1, true));

    private final List<TuningRange> ranges;
    private final SettingsSchema<ClassificationSettings> schema;
    private final int gridPoints;

    private TuningSpace(List<TuningRange> ranges, SettingsSchema<ClassificationSettings> schema, int gridPoints) {
        this.ranges = ranges;
        this.schema = schema;
        this.gridPoints = gridPoints;
    }

    static TuningSpace of(ClassificationSettings settings, ClassifierKind kind) {
        SettingsSchema<ClassificationSettings> schema = SettingsSchema.of(ClassificationSettings.class);
        List<TuningRange> given = settings.tuning().ranges();
        List<TuningRange> own = (given.isEmpty() ? DECLARED : given).stream().filter(range -> range.parameter().startsWith(component(kind) + "."))
                .filter(range -> schema.find(range.parameter()).isPresent()).toList();
        return new TuningSpace(own, schema, settings.tuning().gridPoints());
    }

    /** The name of the settings of a model: that of the model in camel case. */
    static String component(ClassifierKind kind) {
        String[] words = kind.id().split("-");
        StringBuilder name = new StringBuilder(words[0]);
        Arrays.stream(words).skip(1).forEach(word -> name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1)));
        return name.toString();
    }

    /** The first setting that there is a range for. */
    Optional<String> first() {
        return ranges.stream().map(TuningRange::parameter).findFirst();
    }

    /** The model that a setting belongs to. */
    static Optional<ClassifierKind> kind(String parameter) {
        return Arrays.stream(ClassifierKind.values()).filter(kind -> parameter.startsWith(component(kind) + ".")).findFirst();
    }

    /** Values of a setting from end to end of its range, or the words that it may be; none when it has neither. */
    static List<String> values(ClassificationSettings settings, ClassifierKind kind, String parameter, int count) {
        TuningSpace given = of(settings, kind);
        List<TuningRange> ranges = new ArrayList<>(given.ranges);
        ranges.addAll(DECLARED);
        TuningSpace space = new TuningSpace(ranges, given.schema, count);
        Optional<TuningRange> range = ranges.stream().filter(each -> each.parameter().equals(parameter)).findFirst();
        return range.isPresent() ? space.points(range.get())
                : given.schema.find(parameter).map(setting -> setting.choices().stream().map(SettingDescriptor.Choice::id).toList()).orElse(List.of());
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /** How many combinations a grid has, at most a million. */
    int gridSize() {
        long size = 1;
        for (TuningRange range : ranges) {
            size = Math.min(1_000_000, size * points(range).size());
        }
        return (int) size;
    }

    /** One combination drawn at random. */
    Map<String, String> draw(RandomGenerator random) {
        Map<String, String> drawn = new LinkedHashMap<>();
        for (TuningRange range : ranges) {
            drawn.put(range.parameter(), range.values().isEmpty() ? shown(range, at(range, random.nextDouble()))
                    : range.values().get(random.nextInt(range.values().size())));
        }
        return drawn;
    }

    /** That combination of a grid; the last range changes fastest. */
    Map<String, String> grid(int index) {
        Map<String, String> found = new LinkedHashMap<>();
        int left = index;
        List<String> parameters = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = ranges.size() - 1; i >= 0; i--) {
            List<String> points = points(ranges.get(i));
            parameters.add(0, ranges.get(i).parameter());
            values.add(0, points.get(left % points.size()));
            left /= points.size();
        }
        for (int i = 0; i < parameters.size(); i++) {
            found.put(parameters.get(i), values.get(i));
        }
        return found;
    }

    private List<String> points(TuningRange range) {
        if (!range.values().isEmpty()) {
            return range.values();
        }
        List<String> points = new ArrayList<>();
        for (int i = 0; i < gridPoints; i++) {
            points.add(shown(range, at(range, gridPoints == 1 ? 0 : i / (gridPoints - 1.0))));
        }
        return points.stream().distinct().toList();
    }

    private static double at(TuningRange range, double share) {
        double from = range.from().orElse(0.0);
        double to = range.to().orElse(from);
        return range.logarithmic() ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from))) : from + share * (to - from);
    }

    /** Whole where the setting is; else with four digits, which is finer than any search. */
    private String shown(TuningRange range, double value) {
        boolean whole = schema.find(range.parameter()).map(SettingDescriptor::kind).filter(Kind.INTEGER::equals).isPresent();
        return whole ? Long.toString(Math.round(value)) : Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3e", value)));
    }

    /**
     * The settings with these values in them.
     *
     * @throws IllegalArgumentException when a value does not fit, with a sentence
     */
    static ClassificationSettings with(ClassificationSettings settings, Map<String, String> values) {
        if (values.isEmpty()) {
            return settings;
        }
        SettingsSchema<ClassificationSettings> schema = SettingsSchema.of(ClassificationSettings.class);
        Map<String, Object> plain = SettingsSchema.copy(schema.plain(settings));
        values.forEach((path, text) -> {
            Optional<String> refusal = schema.set(plain, path, text);
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get());
            }
        });
        List<String> errors = new ArrayList<>();
        return schema.bind(plain, (path, message) -> errors.add(message)).orElseThrow(() -> new IllegalArgumentException(errors.get(0)));
    }
}
