/** Simulated shoppers, and what they measure. They reach the shop as a browser or a client of the API does. */
package arcade.operations.load;
