/** How the tests reach the cluster: as shoppers, API clients, operators and as the misfortune itself. */
package arcade.system.harness;
