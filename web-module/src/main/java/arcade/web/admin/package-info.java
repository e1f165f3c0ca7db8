/** The back office's door: its hosts, who is signed in, what each role may open; and the frame around its pages. */
package arcade.web.admin;
