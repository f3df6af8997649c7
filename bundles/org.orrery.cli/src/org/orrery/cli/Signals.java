package org.orrery.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Hears Ctrl-C and the request to end. A shutdown hook would hear the first one alone, while the framework is already being
 * taken down beside it; so the signals themselves are caught. Their class belongs to no package that a bundle can import on
 * every runtime, hence reflection; where it is missing, a hook has to do.
 */
final class Signals {
    private static final String[] NAMES = {"INT", "TERM", "HUP"};

    private Signals() {
    }

    /** From now on {@code request} is called for every signal, each time on a thread of its own. */
    static void hear(Runnable request) {
        for (String name : NAMES) {
            if (!hear(name, request) && name.equals("INT")) {
                Runtime.getRuntime().addShutdownHook(new Thread(request, "Orrery interrupt"));
                return;
            }
        }
    }

    private static boolean hear(String name, Runnable request) {
        try {
            ClassLoader loader = ClassLoader.getPlatformClassLoader();
            Class<?> signal = Class.forName("sun.misc.Signal", true, loader);
            Class<?> handler = Class.forName("sun.misc.SignalHandler", true, loader);
            InvocationHandler calls = (proxy, method, arguments) -> answer(proxy, method, arguments, request);
            Object ours = Proxy.newProxyInstance(loader, new Class<?>[] {handler}, calls);
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance(name), ours);
            return true;
        } catch (ClassNotFoundException | NoSuchMethodException | InstantiationException | IllegalAccessException
                | InvocationTargetException e) {
            // No such class in this runtime, no such signal on this system, or the virtual machine keeps it for itself.
            return false;
        }
    }

    private static Object answer(Object proxy, Method method, Object[] arguments, Runnable request) {
        return switch (method.getName()) {
            case "handle" -> {
                request.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> Signals.class.getName();
        };
    }
}
