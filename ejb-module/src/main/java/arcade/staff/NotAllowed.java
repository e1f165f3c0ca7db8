package arcade.staff;

import jakarta.ejb.ApplicationException;

/** Somebody asked for what his role may not do: pages offer it to nobody of that role. */
@ApplicationException(rollback = true)
public class NotAllowed extends RuntimeException {
    NotAllowed(String message) {
        super(message);
    }
}
