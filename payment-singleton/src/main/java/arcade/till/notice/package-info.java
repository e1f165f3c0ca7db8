/** What the gateway told by itself: each notice is a reason to ask, never an answer. */
package arcade.till.notice;
