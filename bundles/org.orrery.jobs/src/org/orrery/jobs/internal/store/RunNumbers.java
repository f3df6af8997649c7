package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The numbers of the runs that have a folder. */
final class RunNumbers {
    private static final int MOST_DIGITS = 18;

    private RunNumbers() {
    }

    /** Those in that folder, the largest first; none when it is not there. */
    static List<Long> in(Path runs) throws IOException {
        List<Long> numbers = new ArrayList<>();
        if (Files.isDirectory(runs)) {
            // Their names alone, in one go: a path for each of ten thousand is most of what a search in a fresh process would wait for.
            String[] names = runs.toFile().list();
            if (names == null) {
                throw new NotDirectoryException(runs.toString());
            }
            for (String name : names) {
                if (isNumber(name)) {
                    numbers.add(Long.valueOf(name));
                }
            }
        }
        numbers.sort(Comparator.reverseOrder());
        return numbers;
    }

    /** From 1 on, as it is written. No expression, since a list has ten thousand. */
    private static boolean isNumber(String name) {
        if (name.isEmpty() || name.length() > MOST_DIGITS || name.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
