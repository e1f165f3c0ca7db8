package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

/** The short way calls what the usual way would have called, and leaves to it what is not plain. */
class PageResolverTest {
    private final ELContext context = new Plain();
    private final PageResolver resolver = new PageResolver();

    /** As models of pages are. */
    public record Model(String title) {
        public String say(String key, Object... values) {
            return key + values.length + (values.length == 0 ? "" : values[0]);
        }

        public String twice(long number) {
            return String.valueOf(2 * number);
        }

        public String some(int one) {
            return "int " + one;
        }

        public String some(String one) {
            return "text " + one;
        }

        public String broken() {
            throw new IllegalStateException("no");
        }
    }

    @Test
    void methodsOfRecordsAreCalledWithTheirArguments() {
        assertEquals("mug", invoked("title"));
        assertEquals("hint0", invoked("say", "hint"));
        assertEquals("hint27", invoked("say", "hint", 7L, "x"));
        assertEquals("14", invoked("twice", 7), "an Integer for a long");
    }

    @Test
    void whatIsNotPlainIsLeftToTheUsualWay() {
        for (String left : new String[] {"unknown", "some", "title"}) {
            assertNull(resolver.invoke(context, new Model("mug"), left, null, new Object[] {"1"}), left);
            assertFalse(context.isPropertyResolved(), left);
        }
        assertNull(resolver.invoke(context, new Model("mug"), "say", null, new Object[0]), "too few");
        assertNull(resolver.invoke(context, "no record", "length", null, null));
        assertFalse(context.isPropertyResolved());
    }

    @Test
    void whatAMethodThrowsIsTold() {
        assertTrue(assertThrows(ELException.class, () -> invoked("broken"))
                .getMessage()
                .contains("broken"));
    }

    private Object invoked(String name, Object... values) {
        context.setPropertyResolved(false);
        Object value = resolver.invoke(context, new Model("mug"), name, null, values);
        assertTrue(context.isPropertyResolved(), name);
        return value;
    }

    private static final class Plain extends ELContext {
        @Override
        public ELResolver getELResolver() {
            return new PageResolver();
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }

        @Override
        public <T> T convertToType(Object value, Class<T> type) {
            @SuppressWarnings("unchecked")
            T converted = type == long.class ? (T) (Long) ((Number) value).longValue() : type.cast(value);
            return converted;
        }
    }
}
