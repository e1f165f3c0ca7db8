/** A customer's own pages, and the ways into and out of his account. Each page shows what belongs to who is signed in, whatever its address says. */
package arcade.web.account;
