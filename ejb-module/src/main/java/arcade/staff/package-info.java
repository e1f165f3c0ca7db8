/** Who works in the back office: accounts, roles, signing in, and the log of what was done. Knows no page. */
package arcade.staff;
