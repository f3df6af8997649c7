package org.orrery.learning.onnx;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;

/**
 * Carries out an ONNX file as the specification of its operators says, operator by operator and in double precision, with no thought of
 * speed: what another program would make of it. Knows the operators that occur and no other.
 */
final class OnnxReader {
    private final ModelProto file;

    OnnxReader(byte[] bytes) throws Exception {
        this.file = ModelProto.parseFrom(bytes);
    }

    ModelProto file() {
        return file;
    }

    /** What comes out, by name. */
    Map<String, OnnxTensor> run(Map<String, OnnxTensor> inputs) {
        Map<String, OnnxTensor> values = new HashMap<>(inputs);
        run(file.getGraph(), values);
        return values;
    }

    private static void run(GraphProto graph, Map<String, OnnxTensor> values) {
        graph.getInitializerList().forEach(tensor -> values.put(tensor.getName(), constant(tensor)));
        for (NodeProto node : graph.getNodeList()) {
            List<OnnxTensor> in = node.getInputList().stream().map(name -> {
                if (!values.containsKey(name)) {
                    throw new IllegalStateException(node.getName() + " takes " + name + ", which nothing has made yet");
                }
                return values.get(name);
            }).toList();
            List<OnnxTensor> out = node.getOpType().equals("TopK") ? least(in.get(0), (int) in.get(1).numbers()[0]) : List.of(made(node, in, values));
            for (int i = 0; i < out.size(); i++) {
                values.put(node.getOutput(i), out.get(i));
            }
        }
    }

    private static OnnxTensor constant(TensorProto tensor) {
        int[] dims = tensor.getDimsList().stream().mapToInt(Long::intValue).toArray();
        return switch (TensorProto.DataType.forNumber(tensor.getDataType())) {
            case STRING -> OnnxTensor.of(tensor.getStringDataList().stream().map(text -> text.toStringUtf8()).toArray(String[]::new), dims);
            case INT64 -> OnnxTensor.of(tensor.getInt64DataList().stream().mapToDouble(Long::doubleValue).toArray(), dims);
            case DOUBLE -> OnnxTensor.of(doubles(tensor), dims);
            default -> throw new IllegalStateException("A constant of another kind");
        };
    }

    private static double[] doubles(TensorProto tensor) {
        double[] values = new double[tensor.getRawData().size() / Double.BYTES];
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    private static OnnxTensor made(NodeProto node, List<OnnxTensor> in, Map<String, OnnxTensor> values) {
        OnnxTensor x = in.get(0);
        return switch (node.getOpType()) {
            case "Identity", "Cast" -> x;
            case "IsNaN" -> each(x, value -> Double.isNaN(value) ? 1 : 0);
            case "IsInf" -> each(x, value -> Double.isInfinite(value) ? 1 : 0);
            case "Neg" -> each(x, value -> -value);
            case "Exp" -> each(x, Math::exp);
            case "Log" -> each(x, Math::log);
            case "Sqrt" -> each(x, Math::sqrt);
            case "Abs" -> each(x, Math::abs);
            case "Relu" -> each(x, value -> Math.max(0, value));
            case "Sigmoid" -> each(x, value -> 1 / (1 + Math.exp(-value)));
            case "Add" -> x.with(in.get(1), Double::sum);
            case "Sub" -> x.with(in.get(1), (a, b) -> a - b);
            case "Mul" -> x.with(in.get(1), (a, b) -> a * b);
            case "Div" -> x.with(in.get(1), (a, b) -> a / b);
            case "Max", "Or" -> x.with(in.get(1), Math::max);
            case "Min" -> x.with(in.get(1), Math::min);
            case "Pow" -> x.with(in.get(1), Math::pow);
            case "Equal" -> x.with(in.get(1), (a, b) -> a == b ? 1 : 0);
            case "Greater" -> x.with(in.get(1), (a, b) -> a > b ? 1 : 0);
            case "GreaterOrEqual" -> x.with(in.get(1), (a, b) -> a >= b ? 1 : 0);
            case "Where" -> where(x, in.get(1), in.get(2));
            case "MatMul" -> x.times(in.get(1));
            case "Gather" -> x.gather(in.get(1), (int) whole(node, "axis", 0));
            case "ReduceSum" -> x.sum((int) in.get(1).numbers()[0], whole(node, "keepdims", 1) == 1);
            case "Reshape" -> x.reshaped(x.size());
            case "Shape" -> OnnxTensor.of(Arrays.stream(x.dims()).asDoubleStream().toArray(), x.dims().length);
            case "Expand" -> x.expanded(Arrays.stream(in.get(1).numbers()).mapToInt(value -> (int) value).toArray());
            case "Concat" -> beside(in, (int) whole(node, "axis", 0));
            case "Softmax" -> softmax(x);
            case "ArgMax" -> largest(x);
            case "LabelEncoder" -> places(node, x);
            case "TreeEnsembleRegressor" -> trees(node, x);
            case "Scan" -> scan(node, x, values);
            default -> throw new IllegalStateException(node.getOpType() + " is not known here");
        };
    }

    private static OnnxTensor each(OnnxTensor x, DoubleUnaryOperator operator) {
        return OnnxTensor.of(Arrays.stream(x.numbers()).map(operator).toArray(), x.dims());
    }

    private static OnnxTensor where(OnnxTensor which, OnnxTensor then, OnnxTensor otherwise) {
        int[] shape = OnnxTensor.broadcast(which.dims(), OnnxTensor.broadcast(then.dims(), otherwise.dims()));
        double[] is = which.expanded(shape).numbers();
        double[] a = then.expanded(shape).numbers();
        double[] b = otherwise.expanded(shape).numbers();
        return OnnxTensor.of(IntStream.range(0, is.length).mapToDouble(i -> is[i] == 1 ? a[i] : b[i]).toArray(), shape);
    }

    private static OnnxTensor beside(List<OnnxTensor> parts, int axis) {
        if (axis == 0) {
            double[] all = parts.stream().flatMapToDouble(part -> Arrays.stream(part.numbers())).toArray();
            return OnnxTensor.of(all, all.length);
        }
        int rows = parts.get(0).dims()[0];
        int width = parts.stream().mapToInt(part -> part.dims()[1]).sum();
        double[] all = new double[rows * width];
        int at = 0;
        for (OnnxTensor part : parts) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(part.numbers(), row * part.dims()[1], all, row * width + at, part.dims()[1]);
            }
            at += part.dims()[1];
        }
        return OnnxTensor.of(all, rows, width);
    }

    private static OnnxTensor softmax(OnnxTensor x) {
        int width = x.dims()[1];
        double[] all = x.numbers().clone();
        for (int at = 0; at < all.length; at += width) {
            double largest = Arrays.stream(all, at, at + width).max().orElseThrow();
            double sum = Arrays.stream(all, at, at + width).map(value -> Math.exp(value - largest)).sum();
            for (int k = at; k < at + width; k++) {
                all[k] = Math.exp(all[k] - largest) / sum;
            }
        }
        return OnnxTensor.of(all, x.dims());
    }

    private static OnnxTensor largest(OnnxTensor x) {
        int width = x.dims()[1];
        return OnnxTensor.of(IntStream.range(0, x.dims()[0]).mapToDouble(row -> IntStream.range(0, width).boxed()
                .max((a, b) -> x.numbers()[row * width + a] != x.numbers()[row * width + b]
                        ? Double.compare(x.numbers()[row * width + a], x.numbers()[row * width + b]) : b - a).orElseThrow()).toArray(), x.dims()[0]);
    }

    private static List<OnnxTensor> least(OnnxTensor x, int count) {
        int[] order = IntStream.range(0, x.size()).boxed().sorted((a, b) -> x.numbers()[a] != x.numbers()[b]
                ? Double.compare(x.numbers()[a], x.numbers()[b]) : a - b).limit(count).mapToInt(Integer::intValue).toArray();
        return List.of(OnnxTensor.of(Arrays.stream(order).mapToDouble(i -> x.numbers()[i]).toArray(), count),
                OnnxTensor.of(Arrays.stream(order).asDoubleStream().toArray(), count));
    }

    private static OnnxTensor places(NodeProto node, OnnxTensor x) {
        List<String> keys = attribute(node, "keys_strings").getStringsList().stream().map(text -> text.toStringUtf8()).toList();
        List<Long> to = attribute(node, "values_int64s").getIntsList();
        return OnnxTensor.of(Arrays.stream(x.texts()).mapToDouble(text -> keys.contains(text) ? to.get(keys.indexOf(text))
                : attribute(node, "default_int64").getI()).toArray(), x.dims());
    }

    private static OnnxTensor trees(NodeProto node, OnnxTensor x) {
        int targets = (int) whole(node, "n_targets", 1);
        long[] trees = wholes(node, "nodes_treeids");
        long[] nodes = wholes(node, "nodes_nodeids");
        Map<Long, Integer> placeOf = new HashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            placeOf.put(key(trees[i], nodes[i]), i);
        }
        Map<Long, List<Integer>> leaves = new HashMap<>();
        long[] leafTrees = wholes(node, "target_treeids");
        long[] leafNodes = wholes(node, "target_nodeids");
        for (int i = 0; i < leafTrees.length; i++) {
            leaves.computeIfAbsent(key(leafTrees[i], leafNodes[i]), key -> new ArrayList<>()).add(i);
        }
        boolean[] branches = new boolean[nodes.length];
        List<ByteString> modes = attribute(node, "nodes_modes").getStringsList();
        for (int i = 0; i < branches.length; i++) {
            branches[i] = modes.get(i).toStringUtf8().equals("BRANCH_LEQ");
        }
        long[] columns = wholes(node, "nodes_featureids");
        long[] lefts = wholes(node, "nodes_truenodeids");
        long[] rights = wholes(node, "nodes_falsenodeids");
        long[] ids = wholes(node, "target_ids");
        double[] thresholds = doubles(attribute(node, "nodes_values_as_tensor").getT());
        double[] weights = doubles(attribute(node, "target_weights_as_tensor").getT());
        double[] sums = new double[x.dims()[0] * targets];
        for (int row = 0; row < x.dims()[0]; row++) {
            for (long tree : Arrays.stream(trees).distinct().toArray()) {
                long at = 0;
                int place = placeOf.get(key(tree, at));
                while (branches[place]) {
                    at = (x.numbers()[row * x.dims()[1] + (int) columns[place]] <= thresholds[place] ? lefts : rights)[place];
                    place = placeOf.get(key(tree, at));
                }
                for (int leaf : leaves.get(key(tree, at))) {
                    sums[row * targets + (int) ids[leaf]] += weights[leaf];
                }
            }
        }
        return OnnxTensor.of(sums, x.dims()[0], targets);
    }

    private static long key(long tree, long node) {
        return tree << 32 | node;
    }

    private static long[] wholes(NodeProto node, String name) {
        return attribute(node, name).getIntsList().stream().mapToLong(Long::longValue).toArray();
    }

    private static OnnxTensor scan(NodeProto node, OnnxTensor x, Map<String, OnnxTensor> values) {
        GraphProto body = attribute(node, "body").getG();
        List<OnnxTensor> lines = new ArrayList<>();
        for (int row = 0; row < x.dims()[0]; row++) {
            Map<String, OnnxTensor> known = new HashMap<>(values);
            known.put(body.getInput(0).getName(), x.gather(OnnxTensor.of(new double[] {row}, 1), 0).reshaped(x.dims()[1]));
            run(body, known);
            lines.add(known.get(body.getOutput(0).getName()));
        }
        return beside(lines, 0).reshaped(lines.size(), lines.get(0).size());
    }

    private static long whole(NodeProto node, String name, long absent) {
        return node.getAttributeList().stream().filter(attribute -> attribute.getName().equals(name)).mapToLong(AttributeProto::getI).findFirst().orElse(absent);
    }

    private static AttributeProto attribute(NodeProto node, String name) {
        return node.getAttributeList().stream().filter(attribute -> attribute.getName().equals(name)).findFirst().orElseThrow();
    }
}
