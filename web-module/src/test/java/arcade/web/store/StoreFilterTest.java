package arcade.web.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/, true",
        "/c/tools, true",
        "/apiary, true",
        "/robots.txt, true",
        "/api/v1/products, false",
        "/health, false",
        "/health/ready, false",
        "/assets/1/site.css, false",
        "/media/a.svg, false",
    })
    void pagesNeedAStore(String path, boolean page) {
        assertEquals(page, StoreFilter.isPage(path));
    }
}
