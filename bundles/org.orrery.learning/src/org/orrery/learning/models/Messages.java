package org.orrery.learning.models;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ForestTrainer_trees;
    public static String GradientBoostingTrainer_rounds;
    public static String KernelSvmModel_noOnnx;
    public static String KernelSvmTrainer_machines;
    public static String LinearSvmTrainer_boundaries;
    public static String LinearSvmTrainer_notConverged;
    public static String LogisticRegressionTrainer_iterations;
    public static String LogisticRegressionTrainer_notConverged;
    public static String MultiLayerPerceptronTrainer_epochs;
    public static String TreeGrower_rows;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
