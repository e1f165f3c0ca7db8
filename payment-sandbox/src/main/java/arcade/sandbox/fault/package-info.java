/** What goes wrong on purpose: a set of rules, and dice that fall the same way for the same seed. */
package arcade.sandbox.fault;
