package org.orrery.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.orrery.analysis.compare.TrialCharts;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.analysis.result.ChartSpec.Kind;
import org.orrery.analysis.result.ChartSpec.Series;
import org.orrery.analysis.result.ChartSpec.Series.Role;

/** Charts of each kind. */
public final class SampleCharts {
    private SampleCharts() {
    }

    /** Curves y = x^power with many points, and the diagonal. */
    public static ChartSpec roc() {
        List<Series> series = new ArrayList<>();
        series.add(curve("random-forest", 0.18, 400));
        series.add(curve("logistic-regression", 0.35, 400));
        series.add(curve("decision-tree", 0.5, 12));
        series.add(new Series("chance", new double[] {0, 1}, new double[] {0, 1}, Role.REFERENCE));
        return new ChartSpec("roc", "Receiver operating characteristic", Kind.LINE, Axis.linear("False positive rate", 0, 1),
                Axis.linear("True positive rate", 0, 1), series, "roc");
    }

    private static Series curve(String name, double power, int points) {
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = i / (double) (points - 1);
            y[i] = Math.pow(x[i], power);
        }
        return new Series(name, x, y, Role.DATA);
    }

    static ChartSpec of(Kind kind, Axis x, Axis y, Series... series) {
        return switch (kind) {
            case PARALLEL -> new ChartSpec("chart", "A chart", kind, Axis.categories("Settings", List.of("x", "y")), y, List.of(series), "", List.of(x, y));
            case CONTOUR -> new ChartSpec("chart", "A chart", kind, x, y,
                    Arrays.stream(series).map(one -> new Series(one.name(), one.x(), one.y(), one.role(), one.y())).toList(), "", List.of(Axis.linear("Height")));
            default -> new ChartSpec("chart", "A chart", kind, x, y, List.of(series), "");
        };
    }

    /** Thirty trials of three settings, and what came of them: best at a rate of 0.03 and a depth of 7. */
    public static TrialCharts trials() {
        SplittableRandom random = new SplittableRandom(11);
        List<TrialCharts.Trial> trials = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            double rate = Math.pow(10, random.nextDouble(-3, 0));
            double depth = random.nextInt(2, 12);
            boolean linear = random.nextInt(3) == 0;
            double accuracy = 0.93 - 0.04 * Math.pow(Math.log10(rate) + 1.5, 2) - 0.003 * Math.pow(depth - 7, 2) - (linear ? 0.03 : 0);
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("learningRate", rate);
            settings.put("maxDepth", depth);
            settings.put("booster", linear ? "linear" : "trees");
            trials.add(new TrialCharts.Trial("Trial " + i, settings, accuracy));
        }
        return new TrialCharts("tuning", "Accuracy", trials, name -> name, "tuning");
    }

    static Series data(String name, double[] x, double[] y) {
        return new Series(name, x, y, Role.DATA);
    }

    static ChartSpec bars(int categories) {
        List<String> names = new ArrayList<>();
        double[] x = new double[categories];
        double[] y = new double[categories];
        double[] z = new double[categories];
        for (int i = 0; i < categories; i++) {
            names.add("a category with a long name " + i);
            x[i] = i;
            y[i] = Math.sin(i) * 3;
            z[i] = i % 4;
        }
        return of(Kind.BAR, Axis.categories("Category", names), Axis.linear("Effect"), data("first", x, y), data("second", x, z));
    }

    static ChartSpec scatter(int points) {
        SplittableRandom random = new SplittableRandom(7);
        double[] x = random.doubles(points, 1, 1e5).toArray();
        double[] y = random.doubles(points, -40, 60).toArray();
        return of(Kind.SCATTER, new Axis("Income", Double.NaN, Double.NaN, true, List.of()), Axis.linear("Residual"), data("rows", x, y));
    }
}
