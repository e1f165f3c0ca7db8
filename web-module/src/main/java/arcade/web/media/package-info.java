/** Pictures for pages. */
package arcade.web.media;
