/** How often promotions with a limit were used. Changes only by conditional updates whose row count is checked. */
package arcade.redemption;
