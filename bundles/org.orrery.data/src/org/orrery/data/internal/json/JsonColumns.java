package org.orrery.data.internal.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/** The columns that the objects of a file have had so far, in the order in which they were first met. */
final class JsonColumns {
    /** A key at its place among the keys around it. */
    static final class Node {
        private final String path;
        private final Map<String, Node> inner = new HashMap<>();
        private long met;
        private int column = -1;

        private Node(String path) {
            this.path = path;
        }

        /** The keys from the outermost, joined by dots. */
        String path() {
            return path;
        }

        /** Notes the key in the object of that number; false when the object has it already. */
        boolean meet(long object) {
            boolean first = met != object;
            met = object;
            return first;
        }

        /** The key of that name in the object that this key holds. */
        Node inner(String name) {
            Node node = inner.get(name);
            if (node == null) {
                node = new Node(path.isEmpty() ? name : path + '.' + name);
                inner.put(name, node);
            }
            return node;
        }
    }

    private final Path file;
    private final int most;
    private final Node root = new Node("");
    private final List<String> names = new ArrayList<>();
    private final Set<String> arrays = new LinkedHashSet<>();
    private final Set<String> digits = new LinkedHashSet<>();
    private long objects;

    /** @param most how many columns there may be */
    JsonColumns(Path file, int most) {
        this.file = file;
        this.most = most;
    }

    Node root() {
        return root;
    }

    /** A number for the next object that no other one has, in whichever pass. */
    long nextObject() {
        return ++objects;
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    /** The position of the column with the values of that key. */
    int column(Node node, long line) throws DataException {
        if (node.column < 0) {
            if (names.size() == most) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.JsonColumns_tooMany, file, most), Where.at(file, line).with("max-columns"));
            }
            node.column = names.size();
            names.add(node.path());
        }
        return node.column;
    }

    void array(String name) {
        arrays.add(name);
    }

    void digits(String name) {
        digits.add(name);
    }

    /** The columns that held arrays. */
    Set<String> arrays() {
        return arrays;
    }

    /** The columns that held texts which look like numbers. */
    Set<String> digitTexts() {
        return digits;
    }
}
