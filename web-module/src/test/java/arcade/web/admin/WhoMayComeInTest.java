package arcade.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arcade.staff.Staff;
import arcade.staff.StaffRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhoMayComeInTest {
    @Test
    void hostsAreNamesWithoutPorts() {
        assertEquals(Set.of("desk.example.com", "localhost"), BackofficeHosts.parse(" desk.example.com, localhost,"));
        assertEquals(Set.of(), BackofficeHosts.parse(""));
        for (String wrong : new String[] {"Desk.example.com", "desk.example.com:80", "http://desk", "*.example.com"}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> BackofficeHosts.parse(wrong), wrong);
            assertTrue(refused.getMessage().startsWith("arcade.backoffice.hosts: '" + wrong), refused.getMessage());
        }
        assertEquals("desk.example.com", BackofficeHosts.bare("DESK.example.com.:8090"));
    }

    @Test
    void oneStepAfterTheOther() {
        assertEquals(Stage.CODE, Stage.of(staff(StaffRole.CLERK, true, true), false));
        assertEquals(Stage.PASSWORD, Stage.of(staff(StaffRole.ADMIN, true, false), false));
        assertEquals(Stage.PASSWORD, Stage.of(staff(StaffRole.ADMIN, true, true), true));
        assertEquals(Stage.ENROL, Stage.of(staff(StaffRole.ADMIN, false, false), false));
        assertEquals(Stage.IN, Stage.of(staff(StaffRole.ADMIN, false, true), true));
        assertEquals(Stage.IN, Stage.of(staff(StaffRole.SHOPKEEPER, false, false), false));
    }

    @Test
    void everyPageThatLiesThereHasARole() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp/admin"))) {
            Set<String> unlisted = files.map(
                            file -> "/admin/" + file.getFileName().toString().replace(".xhtml", ""))
                    .filter(path -> AdminAddress.of(path)
                            .filter(address -> !address.isOpen())
                            .isEmpty())
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), unlisted);
        }
    }

    private static Staff staff(StaffRole role, boolean mustChange, boolean enrolled) {
        return new Staff(1, "a@example.org", "A", role, mustChange, true, enrolled, 0, Optional.empty());
    }
}
