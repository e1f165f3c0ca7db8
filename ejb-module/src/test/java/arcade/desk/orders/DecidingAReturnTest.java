package arcade.desk.orders;

import static org.junit.jupiter.api.Assertions.assertThrows;

import arcade.shared.Token;
import arcade.staff.Acting;
import arcade.staff.NotAllowed;
import arcade.staff.StaffRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever decides a return moves money. */
class DecidingAReturnTest {
    private final Acting clerk = new Acting(1, "clerk@example.org", "Cleo", StaffRole.CLERK);
    private final ParcelDesk desk = new ParcelDesk();

    @Test
    void aClerkNeitherTakesOneInNorRefusesIt() {
        Token back = Token.random();

        assertThrows(NotAllowed.class, () -> desk.received(clerk, null, back, Map.of()));
        assertThrows(NotAllowed.class, () -> desk.refuse(clerk, null, back, "it is broken"));
    }
}
