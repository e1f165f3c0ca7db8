package arcade.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.testing.TestRelease;
import arcade.web.admin.House;
import arcade.web.admin.StaffBrowser;
import arcade.web.security.AccessTable.Row;
import arcade.web.store.Browser;
import arcade.web.store.StorePage;
import java.net.URL;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every address of the release × everybody who may ask for it, by both doors. The addresses are those that the deployment itself has;
 * one that is in neither table makes the test red. The tables lie beside this class's resources. One class for all of it, and long for
 * that: each class of in-container tests starts a server of its own.
 */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class WhoMayDoWhatIT {
    private static final AccessTable SHOP = AccessTable.read("shop.table");
    private static final AccessTable BACKOFFICE = AccessTable.read("backoffice.table");
    private static final String INTERNAL = "/internal/";
    private static final String FILE = "FILE ";
    private static final String HERS = " hers";

    private static People people;
    private static Set<String> addresses;

    private final List<String> wrong = new ArrayList<>();

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive release() {
        return TestRelease.ofTheShop()
                .withWeb(StorePage.class)
                .and(AddressesServlet.class)
                .war();
    }

    @BeforeEach
    void everybodyIsThere() throws Exception {
        if (people == null) {
            people = new People(base);
            HttpResponse<String> told = new Browser(base, people.shopHost()).get(AddressesServlet.ADDRESS);
            assertEquals(200, told.statusCode(), told.body());
            addresses = told.body().lines().collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @AfterAll
    static void theyGo() throws Exception {
        House.empty();
    }

    @Test
    @Order(1)
    void everyAddressIsInATable() {
        Set<String> unknown = addresses.stream()
                .filter(address -> !address.startsWith(FILE))
                .filter(address -> !address.contains(" " + INTERNAL))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> gone = new TreeSet<>();
        Stream.of(SHOP, BACKOFFICE).flatMap(table -> table.rows().stream()).forEach(row -> {
            if (!addresses.contains(row.key())) {
                gone.add(row.key());
            }
        });
        Stream.of(SHOP, BACKOFFICE)
                .flatMap(table -> table.rows().stream())
                .map(Row::key)
                .forEach(unknown::remove);

        assertEquals(Set.of(), unknown, "addresses without a row in shop.table or backoffice.table");
        assertEquals(Set.of(), gone, "rows of addresses that the release does not have");
        assertTrue(addresses.size() > 100, addresses::toString);
    }

    /** In the folders there are views only; as files they are not there, for nobody. */
    @Test
    @Order(2)
    void noFileOfTheReleaseIsServedAsItLies() throws Exception {
        Browser shopper = people.at("nobody").browser();
        Browser admin = people.at("admin").browser().at(StaffBrowser.HOST);
        for (String told : addresses) {
            if (!told.startsWith(FILE)) {
                continue;
            }
            String file = told.substring(FILE.length());
            expect("404", shopper.get(file), "GET " + file + " at a shop");
            expect("404", admin.get(file), "GET " + file + " at the back office");
        }
        nothingIsWrong();
    }

    @Test
    @Order(3)
    void theOperatorsAddressesAskForHisToken() throws Exception {
        for (String address : addresses) {
            String[] parts = address.split(" ", 2);
            if (parts[1].startsWith(INTERNAL)) {
                for (String name : People.NAMES) {
                    HttpResponse<String> answer = people.at(name)
                            .browser()
                            .call(
                                    parts[0],
                                    people.filled(parts[1]),
                                    Map.of("Content-Type", "application/json", "Authorization", "Bearer wrong"),
                                    parts[0].equals("GET") ? "" : "{}");
                    expect("401", answer, name + ": " + address);
                }
            }
        }
        nothingIsWrong();
    }

    @Test
    @Order(4)
    void everyAnswerHasTheHeaders() throws Exception {
        Browser shopper = people.at("nobody").browser();
        Browser admin = people.at("admin").browser().at(StaffBrowser.HOST);
        for (Row row : Stream.of(SHOP, BACKOFFICE)
                .flatMap(table -> table.rows().stream())
                .filter(each -> each.method().equals("GET"))
                // The container's own answer, before anything of the release.
                .filter(each -> !each.address().matches("/(WEB|META)-INF/.*"))
                .toList()) {
            Browser browser = SHOP.rows().contains(row) ? shopper : admin;
            String path = people.filled(row.address());
            HttpHeaders clear = browser.get(path).headers();
            HttpHeaders locked = browser.call("GET", path, Map.of("X-Forwarded-Proto", "https"), "")
                    .headers();

            assertEquals("nosniff", clear.firstValue("X-Content-Type-Options").orElse(""), path);
            assertTrue(clear.firstValue("Referrer-Policy").isPresent(), path);
            assertEquals(
                    "same-origin",
                    clear.firstValue("Cross-Origin-Opener-Policy").orElse(""),
                    path);
            List<String> policies = clear.allValues("Content-Security-Policy");
            assertEquals(1, policies.size(), path);
            assertTrue(policies.get(0).contains("default-src 'self'"), path);
            assertTrue(policies.get(0).contains("frame-ancestors 'none'"), path);
            assertFalse(policies.get(0).matches(".*script-src[^;]*unsafe.*"), path);
            assertEquals(List.of(), clear.allValues("Strict-Transport-Security"), path);
            assertEquals(List.of("max-age=31536000"), locked.allValues("Strict-Transport-Security"), path);
        }
    }

    @Test
    @Order(5)
    void noFormIsTakenWithoutProofOfItsPage() throws Exception {
        for (Row row : SHOP.rows()) {
            if (row.isForm()) {
                String path = people.filled(row.address());
                for (String name : People.NAMES) {
                    Map<String, String> fields = new HashMap<>(row.fields());
                    Browser browser = people.at(name).browser();
                    expect("403", browser.postFromNowhere(path, fields), name + " without a token: POST " + path);
                    expect(
                            "403",
                            browser.postFrom("http://evil.example", path, fields),
                            name + " from another site: POST " + path);
                    fields.put(
                            "csrf",
                            people.at(name.equals("bob") ? "ann" : "bob").csrf());
                    expect("403", browser.post(path, fields), name + " with another's token: POST " + path);
                }
            }
        }
        for (Row row : BACKOFFICE.rows()) {
            String path = people.filled(row.address());
            for (String name : People.NAMES) {
                Browser browser = people.at(name).browser().at(StaffBrowser.HOST);
                for (String origin : List.of("http://evil.example", "http://" + people.shopHost(), "null")) {
                    expect(
                            "403",
                            browser.postFrom(origin, path, Map.of()),
                            name + " from " + origin + ": POST " + path);
                }
                expect("403", browser.postFromNowhere(path, Map.of()), name + " from nowhere: POST " + path);
            }
        }
        nothingIsWrong();
    }

    @Test
    @Order(6)
    void theBackOfficeIsNotAtAShopAndNoShopAtTheBackOffice() throws Exception {
        for (String name : People.NAMES) {
            Browser shopper = people.at(name).browser();
            for (Row row : BACKOFFICE.rows()) {
                if (row.expected().values().stream().anyMatch(expected -> !expected.equals("404"))
                        && !row.address().equals("/")
                        && !row.address().startsWith("/assets/")) {
                    String path = people.filled(row.address());
                    expect("404", shopper.call(row.method(), path, People.origin(shopper), ""), name + ": " + path);
                    expect("404", shopper.call("HEAD", path, People.origin(shopper), ""), name + ": HEAD " + path);
                }
            }
            Browser desk = shopper.at(StaffBrowser.HOST);
            for (Row row : SHOP.rows()) {
                if (!row.address().equals("/") && !row.address().startsWith("/assets/")) {
                    String path = people.filled(row.address());
                    expect("404", desk.call(row.method(), path, People.origin(desk), row.body()), name + ": " + path);
                }
            }
        }
        nothingIsWrong();
    }

    @Test
    @Order(7)
    void atTheBackOffice() throws Exception {
        for (Row row : BACKOFFICE.rows()) {
            if (!row.endsASession()) {
                atTheBackOffice(row);
            }
        }
        nothingIsWrong();
    }

    /** In each row Ann comes after everybody who is not she, and what has effects comes late in the table. */
    @Test
    @Order(8)
    void atAShop() throws Exception {
        for (Row row : SHOP.rows()) {
            if (!row.endsASession()) {
                atAShop(row);
            }
        }
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void signingOut() throws Exception {
        for (Row row : SHOP.rows()) {
            if (row.endsASession()) {
                atAShop(row);
            }
        }
        for (Row row : BACKOFFICE.rows()) {
            if (row.endsASession()) {
                atTheBackOffice(row);
            }
        }
        nothingIsWrong();
    }

    private void atTheBackOffice(Row row) throws Exception {
        for (String column : BACKOFFICE.people()) {
            for (String name : column.equals("customer") ? List.of("bob", "ann") : List.of(column)) {
                Browser browser = people.at(name).browser().at(StaffBrowser.HOST);
                HttpResponse<String> answer =
                        browser.call(row.method(), people.filled(row.address()), People.origin(browser), row.body());
                expect(row.expected().get(column), answer, name + ": " + row.method() + " " + row.address());
            }
        }
    }

    private void atAShop(Row row) throws Exception {
        for (String column : List.of("nobody", "bob", "staff", "elsewhere", "ann")) {
            for (String name : column.equals("staff") ? List.of("clerk", "keeper", "admin") : List.of(column)) {
                expect(
                        row.expected().get(column),
                        people.ask(name, row),
                        name + ": " + row.method() + " " + row.address());
            }
        }
    }

    private void expect(String expected, HttpResponse<String> answer, String what) {
        String seen = answer.statusCode() + (People.tellsOfAnn(answer) ? HERS : "");
        if (!seen.equals(expected)) {
            wrong.add(what + " → " + seen + ", not " + expected);
        }
    }

    private void nothingIsWrong() {
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " answers:\n" + String.join("\n", wrong));
    }
}
