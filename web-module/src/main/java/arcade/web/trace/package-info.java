/** Each request's trace: taken from the router, told to whoever asked. */
package arcade.web.trace;
