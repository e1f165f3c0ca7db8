/** What the router and the operator ask a node: whether it can serve, and how it stands. Never reached from the public side. */
package arcade.web.health;
