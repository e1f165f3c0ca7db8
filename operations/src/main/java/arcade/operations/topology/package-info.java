/**
 * What runs where: the model of {@code domain-config/topologies/*.yaml}.
 */
package arcade.operations.topology;
