/** How the gateway is spoken to: forms with nested brackets in, JSON and Stripe's errors out. */
package arcade.sandbox.api;
