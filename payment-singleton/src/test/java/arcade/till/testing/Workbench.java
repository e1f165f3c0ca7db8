package arcade.till.testing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The till's beans on the tests' database, without a server: it fills the fields that a server would inject and hands
 * fired events to the observers it was given. Transactions are made by hand, with {@link TestTransactions}: annotations are not
 * looked at.
 */
public final class Workbench {
    private static final List<Class<? extends Annotation>> INJECTED =
            List.of(Inject.class, Resource.class, PersistenceContext.class);

    private final Map<Class<?>, Object> beans = new HashMap<>();
    private final Map<String, String> configuration = new HashMap<>();
    private final List<Class<?>> observers;

    /** @param observers the beans that hear what is fired */
    public Workbench(TestTransactions database, Class<?>... observers) {
        this.observers = List.of(observers);
        with(DataSource.class, database.source());
        with(EntityManager.class, NativeStatements.on(database.source()));
        with(Clock.class, Clock.systemUTC());
    }

    /** The value of a key of the configuration; without it a bean gets the default that it names. */
    public Workbench configured(String key, String value) {
        configuration.put(key, value);
        return this;
    }

    /** For what only a server can make. */
    public <T> Workbench with(Class<T> type, T bean) {
        beans.put(type, bean);
        return this;
    }

    /** The one bean of its class. */
    public synchronized <T> T bean(Class<T> type) {
        if (!beans.containsKey(type) && type.isInterface()) {
            beans.put(type, missing(type));
        }
        if (!beans.containsKey(type)) {
            try {
                Constructor<T> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                T made = constructor.newInstance();
                beans.put(type, made);
                fill(type, made);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot be made without a server: " + type, e);
            }
        }
        return type.cast(beans.get(type));
    }

    /** Hands an event to every observer of its type, on this thread, as the container does. */
    public void fire(Object event) {
        for (Class<?> observer : observers) {
            for (Method method : observer.getDeclaredMethods()) {
                if (method.getParameterCount() == 1 && observes(method.getParameters()[0], event)) {
                    call(bean(observer), method, event);
                }
            }
        }
    }

    private static boolean observes(Parameter parameter, Object event) {
        return parameter.isAnnotationPresent(Observes.class)
                && parameter.getType().isInstance(event);
    }

    private static void call(Object observer, Method method, Object event) {
        try {
            method.setAccessible(true);
            method.invoke(observer, event);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the observer " + method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(Class<?> type, Object bean) throws ReflectiveOperationException {
        for (Field field : type.getDeclaredFields()) {
            if (INJECTED.stream().anyMatch(field::isAnnotationPresent)) {
                field.setAccessible(true);
                field.set(bean, value(field));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(PostConstruct.class)) {
                method.setAccessible(true);
                method.invoke(bean);
            }
        }
    }

    private Object value(Field field) {
        ConfigProperty key = field.getAnnotation(ConfigProperty.class);
        if (key != null) {
            String value = configuration.getOrDefault(key.name(), key.defaultValue());
            return field.getType() == int.class ? Integer.valueOf(value) : value;
        }
        return field.getType() == Event.class ? event(field) : bean(field.getType());
    }

    /** What only a server has: whoever calls it cannot be tried without one. */
    private static Object missing(Class<?> type) {
        return Proxy.newProxyInstance(
                Workbench.class.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    throw new UnsupportedOperationException("needs a server: " + method);
                });
    }

    private Object event(Field field) {
        Class<?> fired = (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (self, method, values) -> {
                    if (!method.getName().equals("fire")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    fire(fired.cast(values[0]));
                    return null;
                });
    }
}
