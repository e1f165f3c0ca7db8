package arcade.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {
    @Test
    void aHouseholdIsOneAddress() {
        assertEquals("192.0.2.7", NetworkAddress.network("192.0.2.7"));
        assertEquals(NetworkAddress.network("2001:db8:1:2:3:4:5:6"), NetworkAddress.network("2001:db8:1:2:ffff::1"));
        assertNotEquals(NetworkAddress.network("2001:db8:1:2::1"), NetworkAddress.network("2001:db8:1:3::1"));
        assertEquals("192.0.2.7", NetworkAddress.network("::ffff:192.0.2.7"));
    }

    @Test
    void aNameIsNotLookedUp() {
        assertEquals("shop.example", NetworkAddress.network("shop.example"));
        assertEquals("", NetworkAddress.network(""));
    }
}
