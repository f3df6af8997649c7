package org.orrery.external;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is to be known of a metric at a glance.
 *
 * @param name its name
 * @param count how many values were read
 * @param last the last value
 * @param lastStep where it stood
 * @param least the smallest finite value; NaN when there is none
 * @param leastStep where it stood
 * @param most the largest finite value
 * @param mostStep where it stood
 * @param notFinite how many values were NaN or infinite
 * @param firstNotFinite where the first of them stood
 */
public record MetricSummary(String name, long count, double last, double lastStep, double least, double leastStep, double most,
        double mostStep, long notFinite, double firstNotFinite) {
    private static final Pattern LARGER_IS_BETTER = Pattern.compile(
            ".*(acc|auc|f1|precision|recall|psnr|ssim|score|r2|iou|dice|map|bleu|reward|likelihood|elbo|top[0-9]).*");

    /** Whether larger values are the better ones, as far as the name tells: accuracies and the like; losses and errors are not. */
    public boolean largerIsBetter() {
        String word = name.toLowerCase(Locale.ROOT);
        return !word.contains("loss") && !word.contains("err") && LARGER_IS_BETTER.matcher(word).matches();
    }

    /** The best value. */
    public double best() {
        return largerIsBetter() ? most : least;
    }

    /** Where the best value stood. */
    public double bestStep() {
        return largerIsBetter() ? mostStep : leastStep;
    }
}
