package arcade.desk.customers;

import arcade.customer.PersonalData.Holding;
import arcade.ordering.Address;
import java.util.List;

/**
 * A buyer on the desk.
 *
 * @param who the buyer as lists show him
 * @param addresses of his account first, then those that his orders name, each once
 */
public record CustomerFile(FoundCustomer who, List<Place> addresses, Holding holding) {
    public CustomerFile {
        addresses = List.copyOf(addresses);
    }

    /** @param name who takes it there, or who gets the bill */
    public record Place(String name, Address address) {}
}
