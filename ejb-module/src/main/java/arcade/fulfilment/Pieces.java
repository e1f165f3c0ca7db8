package arcade.fulfilment;

/**
 * Some pieces of a line of an order.
 *
 * @param position of the line, from 1
 */
public record Pieces(int position, int count) {}
