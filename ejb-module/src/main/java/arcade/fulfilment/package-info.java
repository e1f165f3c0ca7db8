/**
 * What happens to a paid order: its pieces are sent, cancelled, returned; a contract is withdrawn from. Where each piece of a line is
 * stands in the line's own counters. Money goes back by a row that the till carries out.
 */
package arcade.fulfilment;
