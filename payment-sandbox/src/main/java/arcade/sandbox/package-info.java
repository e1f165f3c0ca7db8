/** A card gateway for development and tests that speaks Stripe's API; a process of its own with a durable ledger. */
package arcade.sandbox;
