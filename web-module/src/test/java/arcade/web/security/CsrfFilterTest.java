package arcade.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrfFilterTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /cart/add, true",
        "POST, /checkout, true",
        "DELETE, /cart, true",
        "POST, /apiary, true",
        "GET, /checkout, false",
        "HEAD, /cart, false",
        "POST, /api/v1/carts, false",
        "POST, /webhooks/gateway, false",
        "POST, /internal/v1/stores, false",
    })
    void everyMutationOfAPageIsAFormThatNeedsProof(String method, String path, boolean form) {
        assertEquals(form, CsrfFilter.isForm(method, path));
    }
}
