/** What the operator's tools call on a node's private address: stores and imports, refunds and cancellations. Never reached through the router. */
package arcade.web.internal;
