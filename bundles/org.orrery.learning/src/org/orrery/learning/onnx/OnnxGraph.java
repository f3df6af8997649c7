package org.orrery.learning.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/**
 * Operators of ONNX that take each other's values, in the order of their use. Values are known by names that it gives. All numbers are of
 * double precision unless an operator has no such form. For one thread.
 */
public final class OnnxGraph {
    /** The name of the size of the first dimension of what goes in and comes out: any number of rows. */
    public static final String ROWS = "rows";
    private static final String TRADITIONAL = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final String prefix;
    private int names;

    OnnxGraph() {
        this("_");
    }

    private OnnxGraph(String prefix) {
        this.prefix = prefix;
    }

    /** What the graph is and came from, for people. */
    void describe(String name, String words) {
        graph.setName(name).setDocString(words);
    }

    /**
     * A column that goes in: one value per row.
     *
     * @param text whether its values are texts, not numbers
     * @param words what it holds, for people
     * @return the name of the value
     */
    String input(String name, boolean text, String words) {
        graph.addInput(value(name, text ? DataType.STRING : DataType.DOUBLE, 1).toBuilder().setDocString(words));
        return name;
    }

    /** A value that comes out under another name. */
    void output(String value, String name, boolean text, long... dimensions) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName(prefix + "node" + names++).addInput(value).addOutput(name));
        graph.addOutput(value(name, text ? DataType.STRING : DataType.DOUBLE, dimensions));
    }

    private static ValueInfoProto value(String name, DataType type, long... dimensions) {
        return value(name, type, TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam(ROWS)), dimensions);
    }

    private static ValueInfoProto value(String name, DataType type, TensorShapeProto.Builder shape, long... dimensions) {
        LongStream.of(dimensions).forEach(size -> shape.addDim(Dimension.newBuilder().setDimValue(size)));
        return ValueInfoProto.newBuilder().setName(name)
                .setType(TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape))).build();
    }

    /** What an operator makes of values. */
    public String node(String operator, String... inputs) {
        return node(operator, Map.of(), inputs);
    }

    /**
     * What an operator makes of values.
     *
     * @param attributes by name: a long, a double (written in single precision), a text, an array of longs, a list of texts, or a tensor
     */
    public String node(String operator, Map<String, Object> attributes, String... inputs) {
        return node("", operator, attributes, inputs);
    }

    /** The same for an operator of traditional machine learning. */
    public String learner(String operator, Map<String, Object> attributes, String... inputs) {
        return node(TRADITIONAL, operator, attributes, inputs);
    }

    private String node(String domain, String operator, Map<String, Object> attributes, String... inputs) {
        String name = prefix + "value" + names++;
        NodeProto.Builder node = NodeProto.newBuilder().setDomain(domain).setOpType(operator).setName(prefix + "node" + names++).addAllInput(List.of(inputs))
                .addOutput(name);
        // In the order of their names, so that the same model has the same bytes.
        attributes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> node.addAttribute(attribute(each.getKey(), each.getValue())));
        graph.addNode(node);
        return name;
    }

    /** Values and places of the so many least numbers of one dimension, rising; of equal ones the first come first. */
    public List<String> least(String values, int count) {
        String least = prefix + "value" + names++;
        String places = prefix + "value" + names++;
        graph.addNode(NodeProto.newBuilder().setOpType("TopK").setName(prefix + "node" + names++).addInput(values).addInput(longs(count))
                .addAttribute(attribute("axis", 0L)).addAttribute(attribute("largest", 0L)).addAttribute(attribute("sorted", 1L)).addOutput(least)
                .addOutput(places));
        return List.of(least, places);
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        switch (value) {
            case Long whole -> attribute.setType(AttributeType.INT).setI(whole);
            case Double real -> attribute.setType(AttributeType.FLOAT).setF(real.floatValue());
            case String text -> attribute.setType(AttributeType.STRING).setS(ByteString.copyFrom(text, StandardCharsets.UTF_8));
            case long[] longs -> {
                attribute.setType(AttributeType.INTS);
                LongStream.of(longs).forEach(attribute::addInts);
            }
            case List<?> texts -> {
                attribute.setType(AttributeType.STRINGS);
                texts.forEach(text -> attribute.addStrings(ByteString.copyFrom((String) text, StandardCharsets.UTF_8)));
            }
            case GraphProto inner -> attribute.setType(AttributeType.GRAPH).setG(inner);
            case double[] doubles -> attribute.setType(AttributeType.TENSOR).setT(tensor(doubles, doubles.length).setName(name));
            default -> throw new IllegalArgumentException(name + " has no form as an attribute");
        }
        return attribute.build();
    }

    private static TensorProto.Builder tensor(double[] values, long... dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return dimensions(TensorProto.newBuilder().setDataType(DataType.DOUBLE.getNumber()), dimensions).setRawData(ByteString.copyFrom(bytes));
    }

    private static TensorProto.Builder dimensions(TensorProto.Builder tensor, long... dimensions) {
        LongStream.of(dimensions).forEach(tensor::addDims);
        return tensor;
    }

    /** Numbers that stay as they are. */
    public String doubles(double[] values, long... dimensions) {
        return constant(tensor(values, dimensions));
    }

    /** One number. */
    public String number(double value) {
        return doubles(new double[] {value}, 1);
    }

    /** Whole numbers that stay as they are, in one dimension. */
    public String longs(long... values) {
        TensorProto.Builder tensor = dimensions(TensorProto.newBuilder().setDataType(DataType.INT64.getNumber()), values.length);
        LongStream.of(values).forEach(tensor::addInt64Data);
        return constant(tensor);
    }

    /** Texts that stay as they are, in one dimension. */
    public String texts(List<String> values) {
        TensorProto.Builder tensor = dimensions(TensorProto.newBuilder().setDataType(DataType.STRING.getNumber()), values.size());
        values.forEach(value -> tensor.addStringData(ByteString.copyFrom(value, StandardCharsets.UTF_8)));
        return constant(tensor);
    }

    private String constant(TensorProto.Builder tensor) {
        String name = prefix + "constant" + names++;
        graph.addInitializer(tensor.setName(name));
        return name;
    }

    /** A truth value as a number. */
    public String asDouble(String value) {
        return node("Cast", Map.of("to", (long) DataType.DOUBLE.getNumber()), value);
    }

    /** What is done with one row alone. */
    @FunctionalInterface
    public interface Row {
        /**
         * Adds operators to the graph of a row; constants of the graph around it are known in it too.
         *
         * @param row the numbers of the row, in one dimension
         * @return numbers in one dimension
         */
        String of(OnnxGraph graph, String row);
    }

    /**
     * Does the same with each row by itself, where all at once would take too much memory. Not within another such.
     *
     * @param width how many numbers a row has
     * @param made how many numbers come out for each
     */
    public String each(String rows, int width, int made, Row row) {
        OnnxGraph body = new OnnxGraph(prefix + "row_");
        String in = body.prefix + "in";
        String out = body.prefix + "out";
        body.graph.setName("row").addInput(value(in, DataType.DOUBLE, TensorShapeProto.newBuilder(), width));
        body.graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName(body.prefix + "end").addInput(row.of(body, in)).addOutput(out));
        body.graph.addOutput(value(out, DataType.DOUBLE, TensorShapeProto.newBuilder(), made));
        return node("Scan", Map.of("num_scan_inputs", 1L, "body", body.graph.build()), rows);
    }

    /** The same numbers for every row that goes in. */
    public String rows(double[] values) {
        String count = node("Gather", node("Shape", graph.getInput(0).getName()), longs(0));
        return node("Expand", doubles(values, 1, values.length), node("Concat", Map.of("axis", 0L), count, longs(values.length)));
    }

    /** Values side by side. */
    public String beside(List<String> values) {
        return values.size() == 1 ? values.get(0) : node("Concat", Map.of("axis", 1L), values.toArray(String[]::new));
    }

    /** One column of a value. */
    public String column(String value, int index) {
        return node("Gather", Map.of("axis", 1L), value, longs(index));
    }

    /** The sum of each row, as a column. */
    public String sum(String value) {
        return node("ReduceSum", Map.of("keepdims", 1L), value, longs(1));
    }

    /** Each row divided by its sum. */
    public String shares(String value) {
        return node("Div", value, sum(value));
    }

    /** The probability of the second of two classes as those of both. */
    public String both(String second) {
        return beside(List.of(node("Sub", number(1), second), second));
    }

    /** The probabilities that scores stand for: one score is the log-odds of the second of two classes, several are one per class. */
    public String softmax(String scores, int outputs) {
        return outputs == 1 ? beside(List.of(node("Sigmoid", node("Neg", scores)), node("Sigmoid", scores)))
                : node("Softmax", Map.of("axis", 1L), scores);
    }

    GraphProto finish() {
        return graph.build();
    }
}
