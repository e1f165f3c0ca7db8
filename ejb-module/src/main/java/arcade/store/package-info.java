/** A store is one shop under the roof: its names, money, language and look, found by the host name of a request. */
package arcade.store;
