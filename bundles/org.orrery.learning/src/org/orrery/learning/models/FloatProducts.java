package org.orrery.learning.models;

/** The loop in which products of matrices spend their time. */
final class FloatProducts {
    private FloatProducts() {
    }

    /**
     * Adds four lines, each times a factor of its own for each of four sums, so that each value that is loaded serves four times.
     * Arrays that share one index run on all lanes of the processor.
     *
     * @param factors of sum k those at {@code at} to {@code at + 3} of line {@code first + k}
     * @param length how long the lines are
     */
    static void add(float[] p, float[] q, float[] r, float[] s, float[][] factors, int first, int at, float[] x0, float[] x1, float[] x2,
            float[] x3, int length) {
        float[] forP = factors[first];
        float[] forQ = factors[first + 1];
        float[] forR = factors[first + 2];
        float[] forS = factors[first + 3];
        float p0 = forP[at];
        float p1 = forP[at + 1];
        float p2 = forP[at + 2];
        float p3 = forP[at + 3];
        float q0 = forQ[at];
        float q1 = forQ[at + 1];
        float q2 = forQ[at + 2];
        float q3 = forQ[at + 3];
        float r0 = forR[at];
        float r1 = forR[at + 1];
        float r2 = forR[at + 2];
        float r3 = forR[at + 3];
        float s0 = forS[at];
        float s1 = forS[at + 1];
        float s2 = forS[at + 2];
        float s3 = forS[at + 3];
        for (int i = 0; i < length; i++) {
            float a = x0[i];
            float b = x1[i];
            float c = x2[i];
            float d = x3[i];
            p[i] = Math.fma(p3, d, Math.fma(p2, c, Math.fma(p1, b, Math.fma(p0, a, p[i]))));
            q[i] = Math.fma(q3, d, Math.fma(q2, c, Math.fma(q1, b, Math.fma(q0, a, q[i]))));
            r[i] = Math.fma(r3, d, Math.fma(r2, c, Math.fma(r1, b, Math.fma(r0, a, r[i]))));
            s[i] = Math.fma(s3, d, Math.fma(s2, c, Math.fma(s1, b, Math.fma(s0, a, s[i]))));
        }
    }

    /** Adds the product of two matrices of whole fours: into[i] += Σ left[i][k] · right[k]. */
    static void add(float[][] left, int lines, int inner, float[][] right, float[][] into, int length) {
        for (int k = 0; k < inner; k += 4) {
            for (int i = 0; i < lines; i += 4) {
                add(into[i], into[i + 1], into[i + 2], into[i + 3], left, i, k, right[k], right[k + 1], right[k + 2], right[k + 3], length);
            }
        }
    }

    /** The next multiple of four. */
    static int fours(int count) {
        return (count + 3) / 4 * 4;
    }
}
