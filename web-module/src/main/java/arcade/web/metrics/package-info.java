/** What Prometheus reads of a node: how requests fare, what the node has left, and what of the shop an operator must hear of. */
package arcade.web.metrics;
