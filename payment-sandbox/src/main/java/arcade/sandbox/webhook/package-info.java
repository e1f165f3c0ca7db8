/** Tells the shop what happened: signed, repeated when it fails, never waited for. */
package arcade.sandbox.webhook;
