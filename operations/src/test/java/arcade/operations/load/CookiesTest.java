package arcade.operations.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CookiesTest {
    private final Cookies cookies = new Cookies();

    @Test
    void allOfThemAreSentAgain() {
        cookies.take("JSESSIONID=a1; Path=/; HttpOnly");
        cookies.take("JSESSIONIDVERSION=3; Path=/");

        assertEquals("JSESSIONID=a1; JSESSIONIDVERSION=3", cookies.header());
    }

    @Test
    void aNewValueReplacesTheOldOne() {
        cookies.take("JSESSIONIDVERSION=3");
        cookies.take("JSESSIONIDVERSION=4; SameSite=Lax");

        assertEquals("JSESSIONIDVERSION=4", cookies.header());
    }

    @Test
    void oneThatIsTakenBackIsGone() {
        cookies.take("cart=abc; Max-Age=3600");
        cookies.take("cart=; Max-Age=0");
        cookies.take("nonsense");

        assertEquals("", cookies.header());
    }
}
