package org.orrery.math;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A stream of chance that depends on a seed and two names and on nothing else, so that it is the same whatever thread
 * draws from it and whenever. Philox4x32-10 with the seed as key and the hashed names in the upper half of the counter:
 * streams of different names never overlap unless their 64-bit hashes collide. A stream holds 2⁶⁵ longs. For one
 * thread.
 */
public final class CounterRandom implements RandomGenerator {
    private final int key0;
    private final int key1;
    private final int stream0;
    private final int stream1;
    private final int[] block = new int[4];
    private long counter;
    private int used = 4;

    private CounterRandom(long seed, long stream) {
        key0 = (int) seed;
        key1 = (int) (seed >>> 32);
        stream0 = (int) stream;
        stream1 = (int) (stream >>> 32);
    }

    /**
     * The stream of that name.
     *
     * @param seed the seed of the run
     * @param unit the id of the unit of work
     * @param stream tells the streams of one unit apart
     */
    public static CounterRandom of(long seed, String unit, String stream) {
        return new CounterRandom(seed, hash(unit, stream));
    }

    /** FNV-1a over the UTF-8 bytes of both names and a separator, finished by the mix of MurmurHash3. */
    private static long hash(String unit, String stream) {
        long hash = 0xCBF29CE484222325L;
        for (byte next : (unit + '\0' + stream).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xFF)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }

    @Override
    public int nextInt() {
        if (used == 4) {
            block[0] = (int) counter;
            block[1] = (int) (counter >>> 32);
            block[2] = stream0;
            block[3] = stream1;
            Philox.scramble(block, key0, key1);
            counter++;
            used = 0;
        }
        return block[used++];
    }

    @Override
    public long nextLong() {
        long high = nextInt() & 0xFFFFFFFFL;
        return (high << 32) | (nextInt() & 0xFFFFFFFFL);
    }
}
