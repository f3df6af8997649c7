package org.orrery.classification;

import java.io.IOException;
import java.io.OutputStream;

import org.orrery.learning.FittedClassifier;
import org.orrery.learning.file.ModelOutput;

/** How large a trained model is in a file, counted without keeping it. */
final class ModelSize {
    private ModelSize() {
    }

    static long of(FittedClassifier fitted) throws IOException {
        Counter counter = new Counter();
        try (ModelOutput out = new ModelOutput(counter)) {
            fitted.encoder().write(out);
            fitted.model().write(out);
        }
        return counter.bytes;
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] values, int from, int length) {
            bytes += length;
        }
    }
}
