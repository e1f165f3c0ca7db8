package arcade.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.customer.Customers;
import arcade.store.Store;
import arcade.web.store.StoreFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A site whose database can hold no customer. */
class WhereThereAreNoAccountsTest {
    private final List<String> happened = new ArrayList<>();

    @Test
    void pagesAreShownWithoutAWordOfThem() throws Exception {
        for (String path : List.of("/", "/cart", "/accounting", "/p/account")) {
            ask(path, false);
            assertEquals(List.of("shown"), happened, path);
        }
    }

    @Test
    void thePagesOfAnAccountAreNotThere() throws Exception {
        for (String path : List.of("/account", "/account/sign-in", "/account/reset/x")) {
            ask(path, false);
            assertEquals(List.of("404"), happened, path);
        }
    }

    @Test
    void elsewhereThePagesKnowOfThem() throws Exception {
        ask("/account/sign-in", true);

        assertEquals(List.of("accounts = true", "shown"), happened);
    }

    private void ask(String path, boolean kept) throws Exception {
        happened.clear();
        CustomerFilter filter = new CustomerFilter();
        filter.customers = new Customers() {
            @Override
            public boolean areKept() {
                return kept;
            }
        };
        HttpServletRequest request = fake(HttpServletRequest.class, (method, values) -> switch (method) {
            case "getAttribute" -> values[0].equals(StoreFilter.STORE) ? new AStore() : null;
            case "getRequestURI" -> path;
            case "setAttribute" -> happened.add(values[0] + " = " + values[1]) ? null : null;
            default -> null;
        });
        HttpServletResponse response =
                fake(HttpServletResponse.class, (method, values) -> happened.add(values[0].toString()) ? null : null);
        filter.doFilter(request, response, (asked, answer) -> happened.add("shown"));
    }

    private static final class AStore extends Store {}

    private interface Answer {
        Object to(String method, Object[] values);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> answer.to(method.getName(), values)));
    }
}
