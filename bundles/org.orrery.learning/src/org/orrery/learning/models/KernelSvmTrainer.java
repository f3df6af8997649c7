package org.orrery.learning.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitProgress;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.ClassifierTrainer;
import org.orrery.learning.TrainingSet;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.encoding.EncodingDemand;

/**
 * The support vector machine with a kernel, one class against another for more than two, as LIBSVM: C.-C. Chang, C.-J. Lin, ACM TIST
 * 2, 2011. Decisions are those of scikit-learn's {@code SVC} up to the tolerance; probabilities come from sigmoids fitted to the
 * decisions of five folds of the training rows, which are divided without chance.
 */
public final class KernelSvmTrainer implements ClassifierTrainer {
    private static final int CALIBRATION_FOLDS = 5;
    /** Memory for rows of one kernel matrix. */
    private static final long CACHE = 80L << 20;

    /** One of the machines to be trained: rows of two classes, without a fold of them. */
    private record Task(int pair, int without, int[] rows) {
    }

    private record Solution(double[] coefficients, double offset, boolean converged) {
    }

    private final KernelSvmSettings settings;

    /** A trainer with these settings. */
    public KernelSvmTrainer(KernelSvmSettings settings) {
        this.settings = settings;
    }

    @Override
    public ClassifierKind kind() {
        return ClassifierKind.KERNEL_SVM;
    }

    @Override
    public EncodingDemand demand() {
        return EncodingDemand.SCALED;
    }

    @Override
    public ClassifierModel fit(TrainingSet training, UnitCompute compute, UnitProgress progress) throws Exception {
        KernelFunction function = new KernelFunction(settings.kernel(), settings.gamma().isPresent() ? settings.gamma().get() : gamma(training.matrix(), compute), settings.degree(),
                settings.coefficient());
        int pairs = training.classes() * (training.classes() - 1) / 2;
        int[][] folds = new int[pairs][];
        int[][] rows = new int[pairs][];
        Task[] tasks = tasks(training, rows, folds, compute);
        Solution[] solutions = new Solution[tasks.length];
        double[][] heldOut = new double[pairs][];
        for (int k = 0; k < pairs; k++) {
            heldOut[k] = new double[rows[k].length];
        }
        AtomicInteger done = new AtomicInteger();
        compute.parallel(tasks.length, t -> {
            solutions[t] = solve(training, tasks[t], function, compute);
            if (tasks[t].without() >= 0) {
                decide(training, tasks[t], solutions[t], function, rows[tasks[t].pair()], folds[tasks[t].pair()], heldOut[tasks[t].pair()],
                        compute);
            }
            progress.worked(done.incrementAndGet(), tasks.length, Messages.KernelSvmTrainer_machines);
        });
        return model(training, function, tasks, solutions, rows, folds, heldOut, compute);
    }

    private static double gamma(DesignMatrix matrix, UnitCompute compute) {
        double sum = 0;
        double squares = 0;
        long count = (long) matrix.rows() * matrix.width();
        for (int j = 0; j < matrix.width(); j++) {
            compute.checkCancelled();
            for (int i = 0; i < matrix.rows(); i++) {
                sum += matrix.column(j)[i];
            }
        }
        double mean = sum / count;
        for (int j = 0; j < matrix.width(); j++) {
            compute.checkCancelled();
            for (int i = 0; i < matrix.rows(); i++) {
                double difference = matrix.column(j)[i] - mean;
                squares += difference * difference;
            }
        }
        double variance = squares / count;
        return variance > 0 ? 1 / (matrix.width() * variance) : 1;
    }

    private static Task[] tasks(TrainingSet training, int[][] rows, int[][] folds, UnitCompute compute) {
        List<Task> tasks = new ArrayList<>();
        int[] labels = training.labels();
        int pair = 0;
        for (int a = 0; a < training.classes(); a++) {
            for (int b = a + 1; b < training.classes(); b++) {
                compute.checkCancelled();
                int first = a;
                int second = b;
                int k = pair;
                rows[k] = IntStream.range(0, labels.length).filter(i -> labels[i] == first || labels[i] == second).toArray();
                int[] own = Arrays.stream(rows[k]).map(i -> labels[i] == second ? 1 : 0).toArray();
                int ones = Arrays.stream(own).sum();
                if (ones > 0 && ones < own.length) {
                    folds[k] = ContiguousFolds.of(own, 2, CALIBRATION_FOLDS);
                    tasks.add(new Task(k, -1, rows[k]));
                    int count = folds[k] == null ? 0 : Arrays.stream(folds[k]).max().orElse(-1) + 1;
                    for (int fold = 0; fold < count; fold++) {
                        compute.checkCancelled();
                        int without = fold;
                        tasks.add(new Task(k, fold, IntStream.range(0, own.length).filter(i -> folds[k][i] != without).map(i -> rows[k][i])
                                .toArray()));
                    }
                }
                pair++;
            }
        }
        return tasks.toArray(Task[]::new);
    }

    private static int second(int pair, int classes) {
        int k = pair;
        for (int a = 0; a < classes; a++) {
            if (k < classes - 1 - a) {
                return a + 1 + k;
            }
            k -= classes - 1 - a;
        }
        throw new IllegalArgumentException("No such pair: " + pair);
    }

    private Solution solve(TrainingSet training, Task task, KernelFunction function, UnitCompute compute) {
        int[] rows = task.rows();
        double[] signs = new double[rows.length];
        double[] costs = new double[rows.length];
        int positive = second(task.pair(), training.classes());
        for (int i = 0; i < rows.length; i++) {
            signs[i] = training.labels()[rows[i]] == positive ? 1 : -1;
            costs[i] = settings.c() * training.weights()[rows[i]];
        }
        KernelRows kernel = new KernelRows(function, columns(training.matrix(), rows), rows.length, CACHE);
        SequentialOptimiser optimiser = new SequentialOptimiser(kernel, signs, costs, settings.tolerance());
        double offset = optimiser.solve(compute::checkCancelled);
        return new Solution(optimiser.coefficients(), offset, optimiser.converged());
    }

    private static double[][] columns(DesignMatrix matrix, int[] rows) {
        double[][] columns = new double[matrix.width()][rows.length];
        for (int j = 0; j < columns.length; j++) {
            double[] column = matrix.column(j);
            for (int i = 0; i < rows.length; i++) {
                columns[j][i] = column[rows[i]];
            }
        }
        return columns;
    }

    /** Decides about the rows of the fold that the machine was trained without. */
    private static void decide(TrainingSet training, Task task, Solution solution, KernelFunction function, int[] rows, int[] folds,
            double[] decisions, UnitCompute compute) {
        int[] support = IntStream.range(0, task.rows().length).filter(i -> solution.coefficients()[i] != 0).toArray();
        double[][] columns = columns(training.matrix(), Arrays.stream(support).map(i -> task.rows()[i]).toArray());
        double[] squares = KernelFunction.squares(columns, support.length);
        double[] values = new double[support.length];
        double[] row = new double[columns.length];
        for (int i = 0; i < rows.length; i++) {
            if (folds[i] != task.without()) {
                continue;
            }
            compute.checkCancelled();
            for (int j = 0; j < row.length; j++) {
                row[j] = training.matrix().column(j)[rows[i]];
            }
            function.of(row, columns, squares, values);
            double sum = -solution.offset();
            for (int v = 0; v < support.length; v++) {
                sum += solution.coefficients()[support[v]] * values[v];
            }
            decisions[i] = sum;
        }
    }

    private static KernelSvmModel model(TrainingSet training, KernelFunction function, Task[] tasks, Solution[] solutions, int[][] rows,
            int[][] folds, double[][] heldOut, UnitCompute compute) {
        int classes = training.classes();
        boolean converged = true;
        boolean[] supports = new boolean[training.matrix().rows()];
        for (int t = 0; t < tasks.length; t++) {
            for (int i = 0; tasks[t].without() < 0 && i < tasks[t].rows().length; i++) {
                supports[tasks[t].rows()[i]] |= solutions[t].coefficients()[i] != 0;
            }
        }
        int[] vectors = IntStream.range(0, supports.length).filter(i -> supports[i]).toArray();
        int[] places = new int[supports.length];
        for (int v = 0; v < vectors.length; v++) {
            places[vectors[v]] = v;
        }
        double[][] columns = columns(training.matrix(), vectors);
        double[][] coefficients = new double[rows.length][vectors.length];
        double[] offsets = new double[rows.length];
        Sigmoid[] sigmoids = new Sigmoid[rows.length];
        for (int k = 0; k < rows.length; k++) {
            // A pair with rows of one class, or of none: what is there is sure.
            int positive = second(k, classes);
            long ones = Arrays.stream(rows[k]).filter(i -> training.labels()[i] == positive).count();
            sigmoids[k] = new Sigmoid(0, rows[k].length == 0 ? 0 : ones > 0 ? -50 : 50);
        }
        for (int t = 0; t < tasks.length; t++) {
            compute.checkCancelled();
            if (tasks[t].without() >= 0) {
                continue;
            }
            int k = tasks[t].pair();
            converged &= solutions[t].converged();
            offsets[k] = solutions[t].offset();
            for (int i = 0; i < tasks[t].rows().length; i++) {
                if (solutions[t].coefficients()[i] != 0) {
                    coefficients[k][places[tasks[t].rows()[i]]] = solutions[t].coefficients()[i];
                }
            }
            if (folds[k] == null) {
                Task whole = new Task(k, 0, tasks[t].rows());
                decide(training, whole, solutions[t], function, rows[k], new int[rows[k].length], heldOut[k], compute);
            }
            int positive = second(k, classes);
            boolean[] own = new boolean[rows[k].length];
            double[] weights = new double[rows[k].length];
            for (int i = 0; i < own.length; i++) {
                own[i] = training.labels()[rows[k][i]] == positive;
                weights[i] = training.weights()[rows[k][i]];
            }
            sigmoids[k] = Sigmoid.of(heldOut[k], own, weights);
        }
        return new KernelSvmModel(classes, function, vectors.length, columns, coefficients, offsets, sigmoids, converged);
    }
}
