/** What the tests of several packages stand on: rows, databases, gateways and tills to try things with. */
package arcade.till.testing;
