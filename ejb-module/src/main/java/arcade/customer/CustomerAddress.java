package arcade.customer;

import arcade.ordering.Address;
import arcade.shared.Token;

/**
 * Where a customer has things sent.
 *
 * @param name who takes it there
 * @param version raised by each change
 */
public record CustomerAddress(Token ref, String name, Address address, long version) {}
