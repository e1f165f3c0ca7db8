package arcade.cluster;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Takes SIGTERM before the virtual machine does, whose hooks all run at once: with one of them the server stops its applications while
 * requests still come. By name, as the compiler takes no use of {@code sun.misc} without a warning; every Java has it (JEP 260).
 */
final class TerminationSignal {
    private TerminationSignal() {}

    /**
     * From now on the process ends only when this work has ended.
     *
     * @param work on a thread that the server does not know
     * @param then ends the process
     */
    static void before(Runnable work, Runnable then) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object taken = Proxy.newProxyInstance(
                    TerminationSignal.class.getClassLoader(), new Class<?>[] {handler}, (self, method, given) -> {
                        if (!method.getName().equals("handle")) {
                            return method.invoke(work, given);
                        }
                        try {
                            work.run();
                        } finally {
                            then.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), taken);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("this Java gives SIGTERM to nobody: " + e, e);
        }
    }
}
