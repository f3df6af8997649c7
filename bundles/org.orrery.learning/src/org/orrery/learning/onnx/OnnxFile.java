package org.orrery.learning.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.file.ModelFile;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;

/**
 * A kept classifier as an ONNX file, with all that it does to columns before: it takes each feature as a column of one value per row, numbers
 * in double precision and texts, and gives the predicted class ({@code label}) and the probability of each ({@code probabilities}, in the
 * order of the property {@code classes}); where a feature has such a name, an underscore follows it. A missing number is NaN, a missing text is empty.
 *
 * @param model what is to be written
 */
public record OnnxFile(ModelFile model) {
    /** The ending of ONNX files. */
    public static final String ENDING = ".onnx";
    /** ONNX 1.10 of 2021: old enough for what people run, new enough for trees of double precision. */
    private static final long STANDARD_OPERATORS = 15;
    private static final long LEARNING_OPERATORS = 3;
    private static final long FORMAT = 8;
    /** What sums in single precision may lose of a probability: it must not decide about a threshold that was chosen among probabilities. */
    private static final double SINGLE_PRECISION = 1e-7;

    /**
     * The content of the file.
     *
     * @throws AnalysisException bad-setting with a sentence when something has no operator: a kernel machine for more than two classes, a
     *     guess by chance
     */
    public byte[] bytes() throws AnalysisException {
        FittedClassifier classifier = model.classifier();
        OnnxGraph graph = new OnnxGraph();
        graph.describe(classifier.model().kind().id(), NLS.bind(Messages.OnnxFile_graph,
                new Object[] {classifier.model().kind().id(), model.target(), model.dataset(), model.trainedRows()}));
        List<String> inputs = new ArrayList<>();
        for (Feature feature : classifier.encoder().features()) {
            inputs.add(graph.input(feature.name(), feature.type().isText(), meaning(feature)));
        }
        String columns = classifier.encoder().onnx(graph, inputs);
        String probabilities = classifier.model().onnx(graph, columns);
        graph.output(label(graph, probabilities), free("label", inputs), true);
        graph.output(probabilities, free("probabilities", inputs), false, classifier.classes().size());
        ModelProto.Builder file = ModelProto.newBuilder().setIrVersion(FORMAT).setProducerName("Orrery").setProducerVersion(model.program())
                .setGraph(graph.finish()).addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(STANDARD_OPERATORS))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("ai.onnx.ml").setVersion(LEARNING_OPERATORS));
        property(file, "target", model.target());
        property(file, "classes", String.join("\n", classifier.classes()));
        property(file, "positive", model.positive());
        property(file, "threshold", Double.isNaN(model.threshold()) ? "" : Double.toString(model.threshold()));
        property(file, "dataset", model.dataset());
        property(file, "dataSha256", model.dataSha256());
        property(file, "seed", Long.toString(model.seed()));
        return file.build().toByteArray();
    }

    /** A feature may have the name of what comes out. */
    private static String free(String wanted, List<String> inputs) {
        return inputs.contains(wanted) ? free(wanted + "_", inputs) : wanted;
    }

    private static void property(ModelProto.Builder file, String key, String value) {
        file.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }

    /** As when a model is applied here: by the threshold when there is one, else the most probable class. */
    private String label(OnnxGraph graph, String probabilities) {
        List<String> classes = model.classifier().classes();
        int positive = classes.indexOf(model.positive());
        if (classes.size() == 2 && positive >= 0 && !Double.isNaN(model.threshold())) {
            String from = graph.number(model.threshold() - SINGLE_PRECISION);
            String is = graph.node("GreaterOrEqual", graph.column(probabilities, positive), from);
            String chosen = graph.node("Where", is, graph.longs(positive), graph.longs(1L - positive));
            return graph.node("Gather", graph.texts(classes), graph.node("Reshape", chosen, graph.longs(-1)));
        }
        return graph.node("Gather", graph.texts(classes), graph.node("ArgMax", Map.of("axis", 1L, "keepdims", 0L), probabilities));
    }

    /** In which unit a number is to be given. */
    private static String meaning(Feature feature) {
        return switch (feature.type()) {
            case DATE, TIMESTAMP -> Messages.OnnxFile_days;
            case DURATION -> Messages.OnnxFile_seconds;
            case BOOLEAN -> Messages.OnnxFile_truth;
            default -> feature.type().isText() ? Messages.OnnxFile_text : Messages.OnnxFile_number;
        };
    }
}
