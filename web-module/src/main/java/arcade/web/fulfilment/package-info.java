/** What a buyer sees and may do after the order: its way in time, documents, cancelling, returning, withdrawing. */
package arcade.web.fulfilment;
