/** The picture store: a folder of files named by their content, which every node can read. */
package arcade.media;
