package arcade.desk.customers;

import java.time.Instant;

/**
 * A buyer in a list.
 *
 * @param store its code; somebody who buys in two stores is two buyers
 * @param email in small letters
 * @param account whether he has one
 * @param since when the account was made; of a guest, when the newest order that was found was placed
 */
public record FoundCustomer(CustomerRef ref, String store, String email, String name, boolean account, Instant since) {}
