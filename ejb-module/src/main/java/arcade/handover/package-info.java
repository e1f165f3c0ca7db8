/** A cart that follows a shopper from one host name of an owner to another, where cookies do not. */
package arcade.handover;
