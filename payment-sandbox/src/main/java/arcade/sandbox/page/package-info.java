/** Pages of HTML, filled from templates. */
package arcade.sandbox.page;
