/**
 * The laboratory: separate machines made of network namespaces of one Linux machine, on a private and a public network.
 */
package arcade.operations.lab;
