/** Pages of the house as a whole: today, shops, reports, the log, the cluster. */
package arcade.web.admin.house;
