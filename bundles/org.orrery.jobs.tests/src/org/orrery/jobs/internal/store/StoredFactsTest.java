package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.search.RunFacts;

/** Facts found in their bytes are those found in memory. */
class StoredFactsTest {
    private static final List<String> WORDS = List.of("accuracy", "rmse", "bestModel", "set", "random-forest", "folds", "größe", "data", "a\"b", "tab\there", "x\\", ":", "," , "{}");

    private static RunFacts stored(Map<String, Object> values) {
        byte[] json = PlainJson.write(RunFacts.of(values));
        byte[] framed = new byte[json.length + 8];
        System.arraycopy(json, 0, framed, 5, json.length);
        return StoredFacts.of(framed, 5, 5 + json.length).orElseThrow();
    }

    @Test
    void namesAreFoundExactlyThenOfTheBestModelThenByTheirLastWords() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("tree.accuracy", 0.5);
        values.put("bestModel.accuracy", 0.9);
        values.put("set.tree.depth", 7.0);
        values.put("bestModel", "tree");
        values.put("says", "\"accuracy\":1,");
        RunFacts facts = stored(values);
        assertEquals(Optional.of(0.9), facts.find("accuracy"));
        assertEquals(Optional.of(7.0), facts.find("set.depth"));
        assertEquals(Optional.empty(), facts.find("depth"), "a setting is found by its prefix only");
        assertEquals(Optional.of("tree"), facts.find("bestModel"));
        assertEquals(Optional.of("\"accuracy\":1,"), facts.find("says"));
        assertEquals(Optional.empty(), stored(Map.of()).find("accuracy"));
        assertEquals(Optional.empty(), StoredFacts.of(new byte[] {'{', '}'}, 0, 2));
    }

    @Test
    void whateverNamesAndValuesAreTheyAreThoseOfTheFactsInMemory() {
        Random random = new Random(11);
        for (int trial = 0; trial < 300; trial++) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                values.put(name(random), random.nextBoolean() ? name(random) : (Object) (random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)));
            }
            RunFacts known = RunFacts.of(values);
            RunFacts stored = stored(values);
            assertEquals(known, stored);
            List<String> asked = new ArrayList<>(values.keySet());
            WORDS.forEach(asked::add);
            asked.add(name(random));
            for (String name : asked) {
                assertEquals(known.find(name), stored.find(name), name + " in " + values);
            }
        }
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(random.nextInt(4) == 0 ? "set." : "");
        for (int i = random.nextInt(3); i >= 0; i--) {
            name.append(WORDS.get(random.nextInt(WORDS.size()))).append(i > 0 ? "." : "");
        }
        return name.toString();
    }
}
