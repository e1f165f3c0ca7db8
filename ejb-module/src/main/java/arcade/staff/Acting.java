package arcade.staff;

/** Who acts, with the role that the database gives him at this request. */
public record Acting(long id, String email, String name, StaffRole role) {

    /** Every change asks this itself, whatever page it was called from. @throws NotAllowed the role is too small */
    public void require(StaffRole needed) {
        if (!role.includes(needed)) {
            throw new NotAllowed(email + " is " + role + ", and this needs " + needed);
        }
    }
}
