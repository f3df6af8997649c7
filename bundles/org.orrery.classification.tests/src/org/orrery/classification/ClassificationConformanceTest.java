package org.orrery.classification;

import org.orrery.testkit.Conformance;
import org.orrery.testkit.ConformanceCase;
import org.orrery.testkit.ConformanceContract;
import org.orrery.testkit.Sample;

/** Classification keeps the promises that every analysis makes. */
class ClassificationConformanceTest implements ConformanceContract {
    private static final int ROWS = 48;

    @Override
    public Conformance conformance() {
        return Conformance.of("classification").with(ConformanceCase.of("two classes").input("data", Sample.csv("bought", customers()))
                .set("target", "bought").set("folds", 2)
                .set("models", "logistic-regression,decision-tree").set("recalibration", "platt")
                .set("finalTestShare", 0.25).set("diagnostics.bootstrapReplicates", 50).set("diagnostics.learningCurveFolds", 0)
                .set("diagnostics.explainedRows", 4).set("diagnostics.validationPoints", 2));
    }

    /** Numbers, words and missing values; who buys depends on the amount, with a few exceptions. */
    private static String customers() {
        StringBuilder text = new StringBuilder("amount,age,colour,bought\n");
        for (int i = 0; i < ROWS; i++) {
            String age = i % 11 == 5 ? "" : Integer.toString(20 + i * 13 % 40);
            text.append(i * 37 % 50 / 10.0 + i % 2 * 3).append(',').append(age).append(',').append(i % 3 == 0 ? "red" : i % 3 == 1 ? "green" : "blue")
                    .append(',').append(i % 2 == 1 && i % 7 != 0 ? "yes" : "no").append('\n');
        }
        return text.toString();
    }
}
