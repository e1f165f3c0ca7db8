package arcade.sandbox.ledger;

/** Where the ledger holds an event: its body is made from the line when someone asks. */
public record EventNote(String id, String type, long created, Journal.Place place) implements Listed {}
