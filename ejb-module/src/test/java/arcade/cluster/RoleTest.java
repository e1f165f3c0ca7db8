package arcade.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void readsAList() {
        assertEquals(EnumSet.of(Role.STOREFRONT, Role.TILL), Role.parse("storefront, till"));
    }

    @Test
    void saysWhatIsAllowedWhenOneIsUnknown() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Role.parse("storefront,cashier"));

        assertTrue(refusal.getMessage().contains("'cashier' is no role"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("till"), refusal.getMessage());
    }
}
