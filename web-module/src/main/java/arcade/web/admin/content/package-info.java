/** The back office at a shop's own words. */
package arcade.web.admin.content;
