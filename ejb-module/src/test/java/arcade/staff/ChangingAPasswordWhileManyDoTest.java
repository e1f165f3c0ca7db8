package arcade.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import arcade.password.BusyHashes;
import arcade.password.PasswordHashes;
import arcade.staff.StaffAccounts.Made;
import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangingAPasswordWhileManyDoTest {
    private static final Acting ADMIN = new Acting(7, "root@example.org", "Root", StaffRole.ADMIN);
    private static final PasswordHashes BUSY = new BusyHashes();

    @Test
    void onesOwnIsAnswered() throws ReflectiveOperationException {
        OwnAccount own = new OwnAccount();
        set(own, "passwords", BUSY);
        set(own, "tries", new AlwaysMayTry());
        set(own, "rows", new OneRow());

        assertEquals(StaffAnswer.BUSY, own.changePassword(ADMIN, "the present password", "the next password"));
    }

    @Test
    void anothersIsAnsweredAndNoPasswordIsShown() throws ReflectiveOperationException {
        StaffAccounts accounts = new StaffAccounts();
        set(accounts, "passwords", BUSY);

        Made nothing = new Made(StaffAnswer.BUSY, "");
        assertEquals(nothing, accounts.newPassword(ADMIN, 8));
        assertEquals(nothing, accounts.add(ADMIN, "new@example.org", "New", StaffRole.CLERK));
    }

    private static void set(Object bean, String name, Object value) throws ReflectiveOperationException {
        Field field = bean.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(bean, value);
    }

    private static final class AlwaysMayTry extends SignInTries {
        @Override
        boolean mayTryAccount(String email) {
            return true;
        }
    }

    private static final class OneRow extends StaffRows {
        @Override
        Optional<WithHash> withHash(long id) {
            return Optional.of(new WithHash(
                    new Staff(id, "root@example.org", "Root", StaffRole.ADMIN, false, true, true, 1, Optional.empty()),
                    "hash"));
        }
    }
}
