package arcade.operations.topology;

/**
 * The two networks of a laboratory, as {@code 10.77.0.0/24}: hosts are plugged in where their addresses belong.
 *
 * @param inside the private one: nodes, databases, the admin's host, the operator
 * @param outside the public one: shoppers, the card gateway, and the router's front
 */
public record Networks(String inside, String outside) {}
