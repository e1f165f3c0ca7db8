package arcade.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "http://arcade.localhost:8080, same-origin, arcade.localhost:8080, true",
                "http://arcade.localhost:8080, -,           arcade.localhost:8080, true",
                "-,                            same-origin, arcade.localhost:8080, true",
                "http://ARCADE.localhost:8080, -,           arcade.localhost:8080, true",
                "-,                            -,           arcade.localhost:8080, false",
                "http://garden.localhost:8080, -,           arcade.localhost:8080, false",
                "http://arcade.localhost:8081, -,           arcade.localhost:8080, false",
                "http://arcade.localhost:8080, same-site,   arcade.localhost:8080, false",
                "http://evil.example,          same-origin, arcade.localhost:8080, false",
                "-,                            cross-site,  arcade.localhost:8080, false",
                "-,                            none,        arcade.localhost:8080, false",
                "null,                         -,           arcade.localhost:8080, false",
                "not an origin,                -,           arcade.localhost:8080, false",
            })
    void onlyAPageOnThisHostAndPortIsOurs(String origin, String fetchSite, String host, boolean ours) {
        assertEquals(ours, Origins.isOurs(origin, fetchSite, host));
    }
}
