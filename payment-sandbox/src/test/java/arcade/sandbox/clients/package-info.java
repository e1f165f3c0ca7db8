/** The scenarios that the official clients for Java and for Node.js run, with the same results. */
package arcade.sandbox.clients;
