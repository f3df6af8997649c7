package org.orrery.testkit.internal.stage;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** Equality of outcomes: records, lists, optionals and arrays by their content, doubles by their bits. */
public final class SameValues {
    private SameValues() {
    }

    /** Whether both have the same content. */
    public static boolean same(Object one, Object other) {
        if (one == null || other == null || one.getClass().isEnum()) {
            return one == other;
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> that && lists(list, that);
        }
        if (one instanceof Optional<?> optional) {
            return other instanceof Optional<?> that && same(optional.orElse(null), that.orElse(null));
        }
        if (one.getClass() != other.getClass()) {
            return false;
        }
        if (one.getClass().isArray()) {
            return arrays(one, other);
        }
        return one instanceof Record record ? records(record, (Record) other) : one.equals(other);
    }

    private static boolean lists(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean arrays(Object one, Object other) {
        if (Array.getLength(one) != Array.getLength(other)) {
            return false;
        }
        for (int i = 0; i < Array.getLength(one); i++) {
            if (!same(Array.get(one, i), Array.get(other, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean records(Record one, Record other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                if (!same(component.getAccessor().invoke(one), component.getAccessor().invoke(other))) {
                    return false;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(one.getClass().getName() + " cannot be read", e);
            }
        }
        return true;
    }
}
