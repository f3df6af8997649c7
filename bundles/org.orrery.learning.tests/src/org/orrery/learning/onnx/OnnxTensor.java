package org.orrery.learning.onnx;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** A value of a graph: numbers, truth values as 0 and 1, or texts, whose last index runs first. */
record OnnxTensor(double[] numbers, String[] texts, int[] dims) {
    static OnnxTensor of(double[] numbers, int... dims) {
        return new OnnxTensor(numbers, null, dims);
    }

    static OnnxTensor of(String[] texts, int... dims) {
        return new OnnxTensor(null, texts, dims);
    }

    int size() {
        return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    }

    OnnxTensor reshaped(int... to) {
        return new OnnxTensor(numbers, texts, to);
    }

    /** Each pair of values, where a dimension of 1 is as long as the other's. */
    OnnxTensor with(OnnxTensor other, DoubleBinaryOperator operator) {
        int[] shape = broadcast(dims, other.dims);
        OnnxTensor left = expanded(shape);
        OnnxTensor right = other.expanded(shape);
        return of(IntStream.range(0, left.numbers.length).mapToDouble(i -> operator.applyAsDouble(left.numbers[i], right.numbers[i])).toArray(), shape);
    }

    static int[] broadcast(int[] a, int[] b) {
        int rank = Math.max(a.length, b.length);
        int[] shape = new int[rank];
        for (int i = 0; i < rank; i++) {
            int own = i < rank - a.length ? 1 : a[i - rank + a.length];
            int other = i < rank - b.length ? 1 : b[i - rank + b.length];
            if (own != other && own != 1 && other != 1) {
                throw new IllegalArgumentException(Arrays.toString(a) + " does not fit " + Arrays.toString(b));
            }
            shape[i] = own == 1 ? other : own;
        }
        return shape;
    }

    OnnxTensor expanded(int[] shape) {
        int total = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] values = new double[total];
        for (int i = 0; i < total; i++) {
            int left = i;
            int at = 0;
            int stride = 1;
            for (int d = 0; d < shape.length; d++) {
                int axis = shape.length - 1 - d;
                int index = left % shape[axis];
                left /= shape[axis];
                int own = dims.length - 1 - d;
                if (own >= 0) {
                    at += dims[own] == 1 ? 0 : index * stride;
                    stride *= dims[own];
                }
            }
            values[i] = numbers[at];
        }
        return of(values, shape);
    }

    OnnxTensor gather(OnnxTensor places, int axis) {
        int inner = Arrays.stream(dims).skip(axis + 1L).reduce(1, (a, b) -> a * b);
        int outer = Arrays.stream(dims).limit(axis).reduce(1, (a, b) -> a * b);
        int count = places.size();
        int[] shape = IntStream.concat(IntStream.concat(Arrays.stream(dims).limit(axis), Arrays.stream(places.dims)), Arrays.stream(dims).skip(axis + 1L))
                .toArray();
        int[] from = IntStream.range(0, outer * count * inner)
                .map(i -> (i / (count * inner) * dims[axis] + (int) places.numbers[i / inner % count]) * inner + i % inner).toArray();
        return texts != null ? of(Arrays.stream(from).mapToObj(i -> texts[i]).toArray(String[]::new), shape)
                : of(Arrays.stream(from).mapToDouble(i -> numbers[i]).toArray(), shape);
    }

    /** The matrix product; what has one dimension counts as a line. */
    OnnxTensor times(OnnxTensor other) {
        int inner = other.dims[0];
        int width = other.dims[1];
        int rows = size() / Math.max(1, inner);
        double[] product = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < inner; k++) {
                for (int j = 0; j < width; j++) {
                    product[i * width + j] += numbers[i * inner + k] * other.numbers[k * width + j];
                }
            }
        }
        return dims.length == 1 ? of(product, width) : of(product, rows, width);
    }

    OnnxTensor sum(int axis, boolean kept) {
        int inner = Arrays.stream(dims).skip(axis + 1L).reduce(1, (a, b) -> a * b);
        double[] sums = new double[size() / dims[axis]];
        for (int i = 0; i < numbers.length; i++) {
            sums[i / (inner * dims[axis]) * inner + i % inner] += numbers[i];
        }
        int[] shape = IntStream.range(0, dims.length).filter(d -> kept || d != axis).map(d -> d == axis ? 1 : dims[d]).toArray();
        return of(sums, shape);
    }
}
