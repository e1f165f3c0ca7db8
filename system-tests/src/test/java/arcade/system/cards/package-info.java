/** Looks for card numbers where none may be. */
package arcade.system.cards;
