package arcade.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeepingASecretTest {
    private static final String KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8";

    @Test
    void aKeyThatIsTooShortOrNoKeyNamesItself() {
        for (String wrong : new String[] {"", "c2hvcnQ", "not base 64!", KEY + KEY}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> SecretBox.derived(wrong), wrong);

            assertTrue(refused.getMessage().startsWith("arcade.backoffice.key"), refused.getMessage());
        }
    }

    @Test
    void theKeyOfTheStateInPagesIsAnother() {
        byte[] own = SecretBox.derived(KEY).getEncoded();

        assertEquals(32, own.length);
        assertNotEquals(Arrays.toString(java.util.Base64.getDecoder().decode(KEY)), Arrays.toString(own));
    }
}
