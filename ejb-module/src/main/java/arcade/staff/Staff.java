package arcade.staff;

import java.time.Instant;
import java.util.Optional;

/**
 * An account of the back office.
 *
 * @param mustChange its password was made up by somebody else
 * @param enrolled signing in asks for a code too
 * @param sessions the number that its sessions must hold
 */
public record Staff(
        long id,
        String email,
        String name,
        StaffRole role,
        boolean mustChange,
        boolean active,
        boolean enrolled,
        long sessions,
        Optional<Instant> signedInAt) {

    public Acting acting() {
        return new Acting(id, email, name, role);
    }

    /** Whether it must enrol before it may do anything else. */
    public boolean mustEnrol() {
        return role.needsCode() && !enrolled;
    }
}
