package arcade.sandbox.payment;

import arcade.sandbox.ledger.Ids;
import arcade.sandbox.ledger.Resource;
import java.time.Instant;
import java.util.Map;

/** Someone who pays, by name and address of mail. */
public final class Customer extends Resource {
    private String name;
    private String email;
    private String description;
    private Map<String, String> metadata;

    private Customer() {}

    Customer(String name, String email, String description, Map<String, String> metadata, Instant now) {
        super(Ids.next("cus_"), "customer", now);
        this.name = name;
        this.email = email;
        this.description = description;
        this.metadata = metadata;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String description() {
        return description;
    }

    public Map<String, String> metadata() {
        return metadata;
    }
}
