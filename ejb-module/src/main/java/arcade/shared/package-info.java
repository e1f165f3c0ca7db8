/** Values that every feature speaks in: money, SKUs, quantities, tokens. Imports nothing of ours. */
package arcade.shared;
