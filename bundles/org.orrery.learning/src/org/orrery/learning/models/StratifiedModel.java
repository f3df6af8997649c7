package org.orrery.learning.models;

import java.io.IOException;

import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.encoding.DesignMatrix;
import org.orrery.learning.file.ModelInput;
import org.orrery.learning.file.ModelOutput;

/**
 * Guesses by chance. The chance comes from a seed and the values of the row alone, so that the same row is always guessed the
 * same way, whatever rows are asked about with it.
 */
public final class StratifiedModel implements ClassifierModel {
    private static final int POLL_ROWS = 4096;
    private static final double UNIT = 0x1.0p-53;

    private final ClassifierKind kind;
    private final double[] shares;
    private final long seed;

    StratifiedModel(ClassifierKind kind, double[] shares, long seed) {
        this.kind = kind;
        this.shares = shares;
        this.seed = seed;
    }

    /** Reads what {@link #write} has written. */
    public static StratifiedModel read(ClassifierKind kind, ModelInput in) throws IOException {
        return new StratifiedModel(kind, in.readDoubles(), in.readLong());
    }

    @Override
    public ClassifierKind kind() {
        return kind;
    }

    @Override
    public int classes() {
        return shares.length;
    }

    @Override
    public double[] probabilities(DesignMatrix rows, Runnable poll) {
        double[] all = new double[rows.rows() * shares.length];
        for (int i = 0; i < rows.rows(); i++) {
            if (i % POLL_ROWS == 0) {
                poll.run();
            }
            long hash = seed;
            for (int j = 0; j < rows.width(); j++) {
                hash = mix(hash + Double.doubleToLongBits(rows.column(j)[i] + 0.0));
            }
            double left = (mix(hash) >>> 11) * UNIT;
            int guess = 0;
            while (guess < shares.length - 1 && left >= shares[guess]) {
                left -= shares[guess++];
            }
            all[i * shares.length + guess] = 1;
        }
        return all;
    }

    /** The finaliser of MurmurHash3. */
    private static long mix(long value) {
        long hash = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    @Override
    public void write(ModelOutput out) throws IOException {
        out.writeDoubles(shares);
        out.writeLong(seed);
    }
}
