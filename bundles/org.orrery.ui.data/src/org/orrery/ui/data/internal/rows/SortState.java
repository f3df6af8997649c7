package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.nebula.widgets.nattable.sort.ISortModel;
import org.eclipse.nebula.widgets.nattable.sort.SortDirectionEnum;

/** By which columns rows are sorted, as the heads of the columns show and change it. On the user interface thread. */
final class SortState implements ISortModel {
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

    @Override
    public List<Integer> getSortedColumnIndexes() {
        return keys.stream().map(SortKey::column).toList();
    }

    @Override
    public boolean isColumnIndexSorted(int column) {
        return place(column) >= 0;
    }

    @Override
    public SortDirectionEnum getSortDirection(int column) {
        int place = place(column);
        return place < 0 ? SortDirectionEnum.NONE : keys.get(place).descending() ? SortDirectionEnum.DESC : SortDirectionEnum.ASC;
    }

    @Override
    public int getSortOrder(int column) {
        return place(column);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List<Comparator> getComparatorsForColumnIndex(int column) {
        return List.of();
    }

    @Override
    public Comparator<?> getColumnComparator(int column) {
        return null;
    }

    @Override
    public void sort(int column, SortDirectionEnum direction, boolean accumulate) {
        if (!accumulate) {
            keys.removeIf(key -> key.column() != column);
        }
        int place = place(column);
        if (direction == SortDirectionEnum.NONE) {
            keys.removeIf(key -> key.column() == column);
        } else if (place >= 0) {
            keys.set(place, new SortKey(column, direction == SortDirectionEnum.DESC));
        } else {
            keys.add(new SortKey(column, direction == SortDirectionEnum.DESC));
        }
        changed.run();
    }

    @Override
    public void clear() {
        keys.clear();
        changed.run();
    }

    private int place(int column) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).column() == column) {
                return i;
            }
        }
        return -1;
    }
}
