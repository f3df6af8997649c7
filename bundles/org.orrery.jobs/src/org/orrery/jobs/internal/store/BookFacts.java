package org.orrery.jobs.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.orrery.jobs.search.RunFacts;

/** The facts of one run in a book: those from one place to before another. Immutable and thread-safe. */
final class BookFacts implements RunFacts {
    private final RunBook book;
    private final int from;
    private final int to;

    BookFacts(RunBook book, int from, int to) {
        this.book = book;
        this.from = from;
        this.to = to;
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            values.put(book.name(i), book.value(i));
        }
        return values;
    }

    @Override
    public Optional<Object> find(String name) {
        int place = book.find(name, from, to);
        return place < 0 ? Optional.empty() : Optional.of(book.value(place));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunFacts facts && facts.values().equals(values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
