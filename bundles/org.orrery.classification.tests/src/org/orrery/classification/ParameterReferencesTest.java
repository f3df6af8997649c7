package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.learning.ClassWeighting;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.LabelledRows;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.Encoding;
import org.orrery.learning.models.DecisionTreeSettings;
import org.orrery.learning.models.DecisionTreeTrainer;
import org.orrery.learning.models.GradientBoostingSettings;
import org.orrery.learning.models.GradientBoostingTrainer;
import org.orrery.learning.models.NearestNeighboursSettings;
import org.orrery.learning.models.NearestNeighboursTrainer;
import org.orrery.learning.models.NeighbourDistance;
import org.orrery.learning.models.NeighbourWeighting;
import org.orrery.learning.models.SplitCriterion;

/** Settings of models beside their defaults, against other programs on breast_cancer: every second row trains, the others are predicted. */
class ParameterReferencesTest {
    private static final int[] SHOWN = {0, 13, 40, 100};

    private static LabelledRows data() throws Exception {
        Table all = SampleTables.read("breast_cancer.csv");
        List<Column> columns = all.schema().columns().stream().filter(column -> !column.name().equals("target")).toList();
        int[] labels = IntStream.range(0, all.rows()).map(row -> (int) all.column("target").asDouble(row)).toArray();
        return new LabelledRows(new Table(new Schema(columns), columns.stream().map(column -> all.column(column.name())).toList()), labels, List.of("0", "1"));
    }

    private static double[] odd(ClassifierTrainer trainer) throws Exception {
        return rows(trainer, 1);
    }

    /** The probabilities of the second class for every second row from that one on. */
    private static double[] rows(ClassifierTrainer trainer, int first) throws Exception {
        LabelledRows data = data();
        int[] even = IntStream.iterate(0, row -> row < data.labels().length, row -> row + 2).toArray();
        int[] asked = IntStream.iterate(first, row -> row < data.labels().length, row -> row + 2).toArray();
        double[] all = new ClassifierPipeline(trainer, Encoding.STANDARD, ClassWeighting.NONE).fit(data, even, PlainUnit.COMPUTE, PlainUnit.PROGRESS)
                .probabilities(data.features(), asked, () -> { });
        return IntStream.range(0, asked.length).mapToDouble(i -> all[2 * i + 1]).toArray();
    }

    /** scikit-learn 1.2.1: {@code make_pipeline(StandardScaler(), KNeighborsClassifier(7, metric=..., weights=...))}; a row and the sum of all. */
    @Test
    void distancesAndWeightsOfNeighboursAreThoseOfScikitLearn() throws Exception {
        neighbours(NeighbourDistance.EUCLIDEAN, NeighbourWeighting.UNIFORM, 0.14285714285714285, 184.57142857142856);
        neighbours(NeighbourDistance.EUCLIDEAN, NeighbourWeighting.DISTANCE, 0.12425873906736534, 184.28379755364932);
        neighbours(NeighbourDistance.MANHATTAN, NeighbourWeighting.UNIFORM, 0.14285714285714285, 183.85714285714286);
        neighbours(NeighbourDistance.MANHATTAN, NeighbourWeighting.DISTANCE, 0.12172064337456864, 183.60208007729022);
        neighbours(NeighbourDistance.COSINE, NeighbourWeighting.UNIFORM, 0.14285714285714285, 177.42857142857144);
        neighbours(NeighbourDistance.COSINE, NeighbourWeighting.DISTANCE, 0.09240499536495028, 177.15960965261363);
    }

    private static void neighbours(NeighbourDistance distance, NeighbourWeighting weighting, double fifth, double sum) throws Exception {
        double[] odd = odd(new NearestNeighboursTrainer(new NearestNeighboursSettings(7, distance, weighting)));
        assertEquals(fifth, odd[4], 1e-9, distance + " " + weighting);
        assertEquals(sum, Arrays.stream(odd).sum(), 1e-7, distance + " " + weighting);
    }

    /**
     * scikit-learn 1.2.1: {@code DecisionTreeClassifier(min_samples_leaf=..., max_depth=3)}; the sum of the squares of the probabilities of the
     * rows that trained, which does not depend on which of two equally good splits was taken.
     */
    @Test
    void theLeastLeavesOfTreesAreThoseOfScikitLearn() throws Exception {
        double[][] expected = {{1, 178.800249688}, {2, 177.800249688}, {5, 177.125249688}, {10, 175.622857143}, {20, 173.571428571}, {50, 171.911111111},
            {100, 168.890589993}};
        for (double[] each : expected) {
            double[] even = rows(new DecisionTreeTrainer(new DecisionTreeSettings(Optional.of(3), (int) each[0], SplitCriterion.GINI)), 0);
            assertEquals(183, Arrays.stream(even).sum(), 1e-7, "leaf " + each[0]);
            assertEquals(each[1], Arrays.stream(even).map(p -> p * p).sum(), 1e-7, "leaf " + each[0]);
        }
    }

    /**
     * xgboost 1.7.4 with {@code n_estimators=20, learning_rate=0.3, max_depth=3, tree_method="exact", base_score=y.mean()} and {@code reg_alpha},
     * {@code reg_lambda}, {@code min_child_weight}; it calculates in single precision. Columns: {@code np.round(X[:, :5] * 4 / X[:, :5].std(0))}, so
     * that each value has a bin of its own.
     */
    @Test
    void penaltiesAndLeastWeightsOfBoostingAreThoseOfXgboost() throws Exception {
        double[][] expected = {
            {0, 1, 1, 0.09512925148010254, 0.06340499967336655, 0.9441593885421753, 0.39525875449180603, 356.87146},
            {2, 1, 1, 0.2627374231815338, 0.0896766409277916, 0.9259915947914124, 0.37558087706565857, 356.39493},
            {0, 5, 1, 0.14656779170036316, 0.06715631484985352, 0.9262945055961609, 0.3095119297504425, 356.12997},
            {2, 1, 6, 0.17604142427444458, 0.14291055500507355, 0.9249193668365479, 0.35957831144332886, 356.9976}};
        LabelledRows data = data();
        int rows = data.labels().length;
        double[][] columns = Arrays.copyOf(columns(data, 4), 5);
        DesignMatrix matrix = new DesignMatrix(columns, rows, List.of("a", "b", "c", "d", "e"));
        TrainingSet training = new TrainingSet(matrix, data.labels(), 2, ClassWeighting.NONE.weights(data.labels(), 2));
        for (double[] each : expected) {
            GradientBoostingSettings settings = new GradientBoostingSettings(20, 0.3, 3, each[2], each[1], each[0], 1);
            double[] all = new GradientBoostingTrainer(settings).fit(training, PlainUnit.COMPUTE, PlainUnit.PROGRESS).probabilities(matrix, () -> { });
            for (int i = 0; i < SHOWN.length; i++) {
                assertEquals(each[3 + i], all[2 * SHOWN[i] + 1], 1e-4, Arrays.toString(each));
            }
            assertEquals(each[7], IntStream.range(0, rows).mapToDouble(i -> all[2 * i + 1]).sum(), 1e-2, Arrays.toString(each));
        }
    }

    /**
     * xgboost 1.7.4 with {@code n_estimators=100, learning_rate=0.3, max_depth=6, tree_method="hist", max_bin=256} and scores that start at the
     * shares of the classes: rows that trained, and the mean loss of all. wine and iris as they are, breast_cancer as {@code np.round(X * 16 / X.std(0))},
     * so that each value has a bin of its own. Hundreds of trees are the same only when equally good splits are decided in the same way. Where a
     * threshold lies between two values does not matter to rows that trained.
     */
    @Test
    void withoutChanceBoostingIsThatOfXgboost() throws Exception {
        LabelledRows wine = SampleTables.labelled("wine.csv", "target");
        double[][] ofWine = {{0.9961052, 0.0019615, 0.0019333}, {0.9961632, 0.0019972, 0.0018396}, {0.0026433, 0.9959668, 0.0013899},
            {0.0125981, 0.0279311, 0.9594708}};
        assertBoosted(wine, columns(wine, 0), ofWine, 0.007605265888);
        // From round 80 on the rows of iris weigh less than a leaf must in the trees of setosa, which therefore learn nothing more.
        LabelledRows iris = SampleTables.labelled("iris.csv", "Species");
        double[][] ofIris = {{0.9968028, 0.0023831, 0.0008141}, {0.9968028, 0.0023831, 0.0008141}, {0.0004606, 0.0011998, 0.9983397}};
        assertBoosted(iris, columns(iris, 0), ofIris, 0.013814848876);
        double[][] ofCancer = {{0.9958128, 0.0041872}, {0.9182791, 0.0817209}, {0.9962406, 0.0037594}, {0.0031727, 0.9968273}};
        assertBoosted(data(), columns(data(), 16), ofCancer, 0.004886308343);
    }

    /** @param shown the probabilities of rows 0, 40, 100 and 150, as far as there are so many */
    private static void assertBoosted(LabelledRows data, double[][] columns, double[][] shown, double loss) throws Exception {
        int rows = data.labels().length;
        int classes = data.classes().size();
        DesignMatrix matrix = new DesignMatrix(columns, rows, data.features().schema().columns().stream().map(Column::name).toList());
        double[] all = new GradientBoostingTrainer(GradientBoostingSettings.STANDARD)
                .fit(new TrainingSet(matrix, data.labels(), classes, ClassWeighting.NONE.weights(data.labels(), classes)), PlainUnit.COMPUTE, PlainUnit.PROGRESS)
                .probabilities(matrix, () -> { });
        for (int i = 0; i < shown.length; i++) {
            int row = new int[] {0, 40, 100, 150}[i];
            assertArrayEquals(shown[i], Arrays.copyOfRange(all, row * classes, (row + 1) * classes), 1e-6);
        }
        assertEquals(loss, IntStream.range(0, rows).mapToDouble(i -> -Math.log(all[i * classes + data.labels()[i]])).average().orElseThrow(), 1e-7);
    }

    /** @param parts of a standard deviation that values are rounded to; 0 for values as they are */
    private static double[][] columns(LabelledRows data, int parts) {
        return IntStream.range(0, data.features().schema().columns().size()).mapToObj(j -> {
            double[] values = IntStream.range(0, data.labels().length).mapToDouble(data.features().column(j)::asDouble).toArray();
            return parts == 0 ? values : rounded(values, parts);
        }).toArray(double[][]::new);
    }

    private static double[] rounded(double[] values, int parts) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElseThrow());
        return Arrays.stream(values).map(value -> Math.rint(value * parts / deviation)).toArray();
    }

    /** A share of the rows changes each tree, by chance that the seed decides, and keeps what is learnt. */
    @Test
    void aShareOfTheRowsForEachTreeStillLearnsTheClasses() throws Exception {
        double[] whole = odd(new GradientBoostingTrainer(new GradientBoostingSettings(50, 0.3, 3, 1, 1, 0, 1)));
        double[] half = odd(new GradientBoostingTrainer(new GradientBoostingSettings(50, 0.3, 3, 1, 1, 0, 0.5)));
        assertFalse(Arrays.equals(whole, half));
        int[] labels = data().labels();
        long right = IntStream.range(0, half.length).filter(i -> half[i] >= 0.5 == (labels[2 * i + 1] == 1)).count();
        assertEquals(0.96, right / (double) half.length, 0.03);
    }
}
