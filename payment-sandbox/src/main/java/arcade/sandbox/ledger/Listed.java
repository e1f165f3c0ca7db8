package arcade.sandbox.ledger;

import java.util.Optional;

/** Something that is found by id and listed in order of creation. */
public interface Listed {
    String id();

    /** Unix seconds. */
    long created();

    /** The id of the resource under which this one is listed, such as a charge's intent. */
    default Optional<String> parent() {
        return Optional.empty();
    }
}
