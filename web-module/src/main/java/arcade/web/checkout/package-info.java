/** From the cart to an order: one page of at most eight fields, the way to the gateway's page, and the order's page. */
package arcade.web.checkout;
