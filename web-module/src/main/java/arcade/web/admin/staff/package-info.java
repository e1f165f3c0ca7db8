/** Signing in, and the accounts. */
package arcade.web.admin.staff;
