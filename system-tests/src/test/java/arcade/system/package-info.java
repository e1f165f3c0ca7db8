/** The cluster from outside, as shoppers, programs, operators and misfortune meet it. No class of the shop is imported here. */
package arcade.system;
