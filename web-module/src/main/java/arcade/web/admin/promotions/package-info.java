/** Price rules: the list, one rule, and a cart to try it on. */
package arcade.web.admin.promotions;
