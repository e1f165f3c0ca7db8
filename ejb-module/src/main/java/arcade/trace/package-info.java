/** One id for everything that one request causes: on log lines, in problem documents, with payments, at the gateway. Knows no business words. */
package arcade.trace;
