/**
 * From a cart to an order, and from captured money to an order number. The boundary that combines cart, catalogue,
 * stock and payment.
 */
package arcade.ordering;
