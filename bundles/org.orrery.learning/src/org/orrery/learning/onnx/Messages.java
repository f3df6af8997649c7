package org.orrery.learning.onnx;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String OnnxFile_days;
    public static String OnnxFile_graph;
    public static String OnnxFile_number;
    public static String OnnxFile_seconds;
    public static String OnnxFile_text;
    public static String OnnxFile_truth;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
