package arcade.web.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProductDataTest {

    @Test
    void nothingInTheDataCanEndItsElement() {
        assertEquals("a\\u003c/script\\u003e\\u0026", ProductData.escaped("a</script>&"));
    }
}
