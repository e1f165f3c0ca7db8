package arcade.web.store;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletRequest;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The short way for what the pages' expressions are made of: names that are request attributes, and methods of records. Without
 * it each {@code #{card.title()}} asks ten resolvers and searches the method anew; a list of 24 cards has 300 of them.
 */
public class PageResolver extends ELResolver {
    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return methods(type, method -> method.getParameterCount() == 0);
        }
    };

    private static final ClassValue<Map<String, Method>> WITH_ARGUMENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return methods(type, method -> method.getParameterCount() > 0);
        }
    };

    /** By name; where several have one name, none: which is meant, the usual way finds out. */
    private static Map<String, Method> methods(Class<?> type, Predicate<Method> wanted) {
        Map<String, List<Method>> named = Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() == type)
                .filter(wanted)
                .collect(Collectors.groupingBy(Method::getName));
        Map<String, Method> single = new HashMap<>();
        named.forEach((name, methods) -> {
            if (methods.size() == 1) {
                single.put(name, methods.get(0));
            }
        });
        return single;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        FacesContext faces = (FacesContext) context.getContext(FacesContext.class);
        Object value = ((ServletRequest) faces.getExternalContext().getRequest()).getAttribute(name);
        if (value != null) {
            context.setPropertyResolved(true);
        }
        return value;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
        if (!(base instanceof Record) || !(method instanceof String name)) {
            return null;
        }
        int given = values == null ? 0 : values.length;
        Method found =
                (given == 0 ? ACCESSORS : WITH_ARGUMENTS).get(base.getClass()).get(name);
        if (found == null || !takes(found, given)) {
            return null;
        }
        try {
            Object value = found.invoke(base, arguments(context, found, given, values));
            context.setPropertyResolved(true);
            return value;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new ELException(base.getClass() + "." + name, e);
        }
    }

    private static boolean takes(Method method, int given) {
        int most = method.getParameterCount();
        return method.isVarArgs() ? given >= most - 1 : given == most;
    }

    private static Object[] arguments(ELContext context, Method method, int given, Object[] values) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        int single = method.isVarArgs() ? types.length - 1 : types.length;
        for (int i = 0; i < single; i++) {
            arguments[i] = converted(context, values[i], types[i]);
        }
        if (method.isVarArgs()) {
            Class<?> type = types[single].getComponentType();
            arguments[single] = Array.newInstance(type, given - single);
            for (int i = single; i < given; i++) {
                Array.set(arguments[single], i - single, converted(context, values[i], type));
            }
        }
        return arguments;
    }

    private static Object converted(ELContext context, Object value, Class<?> type) {
        return type.isInstance(value) ? value : context.convertToType(value, type);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // Pages only read.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
