package arcade.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.staff.SignInAnswer.Known;
import arcade.staff.SignInAnswer.Wait;
import arcade.staff.SignInAnswer.Wrong;
import arcade.testing.DomainRelease;
import arcade.testing.Shopfloor;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts, passwords, codes and their limits, on the real database. */
@ExtendWith(ArquillianExtension.class)
class WorkingInTheBackOfficeIT {
    private static final String ADDRESS = "192.0.2.7";

    @Inject
    private StaffAccounts accounts;

    @Inject
    private OwnAccount own;

    @Inject
    private SignIn signIn;

    @Inject
    private StaffRows rows;

    @Inject
    private AuditLog log;

    @Inject
    private Shopfloor floor;

    private Acting admin;

    @Deployment
    static WebArchive release() {
        return DomainRelease.war();
    }

    @BeforeEach
    void theFirstAdministrator() {
        accounts.first("root@example.org", "a first password");
        floor.change("DELETE FROM staff_try");
        admin = rows.byEmail("root@example.org").orElseThrow().staff().acting();
    }

    @Test
    void onlyAnEmptyHouseGetsAFirstAdministrator() {
        assertFalse(accounts.first("second@example.org", "a second password"));
        assertTrue(rows.byEmail("second@example.org").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> accounts.first("nobody", "a third password"));
    }

    @Test
    void anAccountThatWasMadeSignsInWithItsPasswordAndIsInTheLog() {
        String email = email();
        StaffAccounts.Made made = accounts.add(admin, email, "Ada", StaffRole.CLERK);

        assertEquals(StaffAnswer.DONE, made.answer());
        Known known = assertInstanceOf(Known.class, signIn.withPassword(email, made.password(), ADDRESS));
        assertTrue(known.staff().mustChange());
        assertInstanceOf(Wrong.class, signIn.withPassword(email, made.password() + "x", ADDRESS));
        assertInstanceOf(Wrong.class, signIn.withPassword("nobody@example.org", made.password(), ADDRESS));
        assertEquals(
                StaffAnswer.EMAIL_TAKEN,
                accounts.add(admin, email, "Eve", StaffRole.ADMIN).answer());
        assertEquals(
                1,
                log.of("staff", Long.toString(known.staff().id()), 10).stream()
                        .filter(entry -> entry.action().equals("staff.add")
                                && entry.who().equals("root@example.org"))
                        .count());
    }

    @Test
    void whatIsGuessedFirstIsNobodysOwnPassword() {
        String email = email();
        String present = accounts.add(admin, email, "Ada", StaffRole.CLERK).password();
        Acting ada = assertInstanceOf(Known.class, signIn.withPassword(email, present, ADDRESS))
                .staff()
                .acting();

        for (String easy : List.of("manchesterunited", "Password2026!", email, "too short", "x".repeat(129))) {
            assertEquals(StaffAnswer.PASSWORD, own.changePassword(ada, present, easy), easy);
        }
        assertEquals(StaffAnswer.DONE, own.changePassword(ada, present, "nine brown owls on a bell"));
    }

    @Test
    void afterFiveWrongOnesNotEvenTheRightOneIsLookedAt() {
        String email = email();
        String password = accounts.add(admin, email, "Ada", StaffRole.CLERK).password();
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Wrong.class, signIn.withPassword(email, "wrong", ADDRESS));
        }

        assertInstanceOf(Wait.class, signIn.withPassword(email, password, ADDRESS));

        floor.change("UPDATE staff_try SET since = since - INTERVAL 16 MINUTE");
        assertInstanceOf(Known.class, signIn.withPassword(email, password, ADDRESS));
    }

    @Test
    void aHundredAtOnceAreNotMoreThanTheLimit() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        long staff = known(StaffRole.CLERK).id();

        floor.atOnce(20, () -> signIn.withCode(staff, "000000") instanceof Wrong ? looked.incrementAndGet() : 0);

        assertEquals(5, looked.get());
    }

    @Test
    void aCodeIsGoodOnceAndARecoveryCodeToo() {
        Acting ada = known(StaffRole.ADMIN);
        byte[] secret = Totp.newSecret();
        long step = Instant.now().getEpochSecond() / 30;
        OwnAccount.Enrolled enrolled = own.enrol(ada, own.unsealed(own.sealed(secret)), Totp.code(secret, step - 1, 6));

        assertEquals(StaffAnswer.DONE, enrolled.answer());
        assertEquals(10, enrolled.codes().size());
        assertInstanceOf(Wrong.class, signIn.withCode(ada.id(), Totp.code(secret, step - 1, 6)));
        assertInstanceOf(Known.class, signIn.withCode(ada.id(), Totp.code(secret, step + 1, 6)));
        assertInstanceOf(Wrong.class, signIn.withCode(ada.id(), Totp.code(secret, step + 1, 6)));
        assertInstanceOf(Known.class, signIn.withCode(ada.id(), enrolled.codes().get(0)));
        assertInstanceOf(Wrong.class, signIn.withCode(ada.id(), enrolled.codes().get(0)));
        assertEquals(
                0,
                floor.number("SELECT COUNT(*) FROM staff WHERE INSTR(totp_secret, ?) > 0", new Object[] {secret}),
                "the secret lies open in the database");
    }

    @Test
    void whatIsTakenAwayEndsItsSessionsAtOnce() {
        Acting ada = known(StaffRole.SHOPKEEPER);
        long sessions = accounts.byId(ada.id()).orElseThrow().sessions();
        assertTrue(signIn.ofSession(ada.id(), sessions).isPresent());

        accounts.change(admin, ada.id(), StaffRole.CLERK, true);

        assertTrue(signIn.ofSession(ada.id(), sessions).isEmpty());
        assertEquals(StaffRole.CLERK, accounts.byId(ada.id()).orElseThrow().role());
    }

    @Test
    void whoMayNotChangesNothing() {
        Acting clerk = known(StaffRole.CLERK);

        assertThrows(NotAllowed.class, () -> accounts.change(clerk, clerk.id(), StaffRole.ADMIN, true));
        assertThrows(NotAllowed.class, () -> accounts.add(clerk, email(), "Eve", StaffRole.ADMIN));
        assertThrows(NotAllowed.class, () -> accounts.newPassword(clerk, admin.id()));
        assertThrows(NotAllowed.class, () -> log.list(clerk, "", 0, 10));
        assertEquals(StaffRole.CLERK, accounts.byId(clerk.id()).orElseThrow().role());
    }

    @Test
    void theLastAdministratorStaysOne() throws Exception {
        floor.change("UPDATE staff SET active = FALSE WHERE role = 'ADMIN' AND id <> ?", admin.id());
        Acting other = known(StaffRole.ADMIN);

        List<StaffAnswer> answers = floor.atOnce(2, new java.util.concurrent.Callable<>() {
            private final AtomicInteger turn = new AtomicInteger();

            @Override
            public StaffAnswer call() {
                return turn.getAndIncrement() == 0
                        ? accounts.change(admin, other.id(), StaffRole.CLERK, true)
                        : accounts.change(other, admin.id(), StaffRole.CLERK, true);
            }
        });

        assertEquals(1, answers.stream().filter(StaffAnswer.LAST_ADMIN::equals).count(), answers::toString);
        assertEquals(1, floor.number("SELECT COUNT(*) FROM staff WHERE role = 'ADMIN' AND active"));
        floor.change("UPDATE staff SET role = 'ADMIN' WHERE id = ?", admin.id());
    }

    private Acting known(StaffRole role) {
        String email = email();
        accounts.add(admin, email, "Somebody", role);
        return rows.byEmail(email).orElseThrow().staff().acting();
    }

    private static String email() {
        return UUID.randomUUID().toString().substring(0, 8) + "@example.org";
    }
}
