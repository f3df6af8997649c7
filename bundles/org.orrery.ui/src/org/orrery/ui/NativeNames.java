package org.orrery.ui;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;

/**
 * Hands the name of a control to GTK itself. On GTK the tool kit passes on what an accessible listener says only for controls that it
 * draws itself: the names of tables, fields and bars would never reach a screen reader. There is no public way to it, and the classes
 * exist on GTK alone, hence the look-up by name.
 */
final class NativeNames {
    private static final byte[] NAME = bytes("accessible-name"); //$NON-NLS-1$
    private static final byte[] DESCRIPTION = bytes("accessible-description"); //$NON-NLS-1$
    private static final Optional<NativeNames> HERE = find();
    private final MethodHandle accessible;
    private final MethodHandle set;
    private final MethodHandle handle;

    private NativeNames(MethodHandle accessible, MethodHandle set, MethodHandle handle) {
        this.accessible = accessible;
        this.set = set;
        this.handle = handle;
    }

    /** The way on this platform; empty where listeners are enough. */
    static Optional<NativeNames> here() {
        return HERE;
    }

    private static Optional<NativeNames> find() {
        if (!"gtk".equals(SWT.getPlatform())) { //$NON-NLS-1$
            return Optional.empty();
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> os = Class.forName("org.eclipse.swt.internal.gtk.OS"); //$NON-NLS-1$
            Class<?> gtk = Class.forName("org.eclipse.swt.internal.gtk3.GTK3"); //$NON-NLS-1$
            return Optional.of(new NativeNames(lookup.findStatic(gtk, "gtk_widget_get_accessible", MethodType.methodType(long.class, long.class)), //$NON-NLS-1$
                    lookup.findStatic(os, "g_object_set", MethodType.methodType(void.class, long.class, byte[].class, byte[].class, long.class)), //$NON-NLS-1$
                    lookup.findGetter(Control.class, "handle", long.class))); //$NON-NLS-1$
        } catch (ReflectiveOperationException e) {
            ILog.of(NativeNames.class).warn("Screen readers will not hear the names of native controls", e); //$NON-NLS-1$
            return Optional.empty();
        }
    }

    void name(Control control, String name) {
        set(control, NAME, name);
    }

    void describe(Control control, String text) {
        set(control, DESCRIPTION, text);
    }

    private void set(Control control, byte[] property, String text) {
        try {
            long widget = entry(control);
            long object = (long) accessible.invoke(widget == 0 ? (long) handle.invoke(control) : widget);
            if (object != 0) {
                set.invoke(object, property, bytes(text), 0L);
            }
        } catch (Throwable e) {
            // MethodHandle declares Throwable; none of the three throws by itself.
            throw new IllegalStateException(e);
        }
    }

    /** The field within a control that consists of several; 0 when there is none. */
    private static long entry(Control control) throws IllegalAccessException {
        try {
            Field entry = control.getClass().getDeclaredField("entryHandle"); //$NON-NLS-1$
            entry.setAccessible(true);
            return entry.getLong(control);
        } catch (NoSuchFieldException e) {
            // A plain control is its own field.
            return 0;
        }
    }

    private static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
