package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.List;

/** By which columns rows are sorted, as the heads of the columns show and change it. On the user interface thread. */
final class SortState {
    private final List<SortKey> keys = new ArrayList<>();
    private final Runnable changed;

    SortState(Runnable changed) {
        this.changed = changed;
    }

    List<SortKey> keys() {
        return List.copyOf(keys);
    }

    /** Back to what was, without telling anybody. */
    void restore(List<SortKey> former) {
        keys.clear();
        keys.addAll(former);
    }

    /** Whether rows are sorted by that column, and how: null when they are not. */
    SortKey key(int column) {
        return keys.stream().filter(key -> key.column() == column).findFirst().orElse(null);
    }

    /**
     * The next way of sorting by that column: ascending, descending, not at all.
     *
     * @param further whether the other columns keep their say
     */
    void next(int column, boolean further) {
        SortKey former = key(column);
        if (!further) {
            keys.removeIf(key -> key.column() != column);
        }
        if (former == null) {
            keys.add(new SortKey(column, false));
        } else if (!former.descending()) {
            keys.set(keys.indexOf(former), new SortKey(column, true));
        } else {
            keys.remove(former);
        }
        changed.run();
    }
}
