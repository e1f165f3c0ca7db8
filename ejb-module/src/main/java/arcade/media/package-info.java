/** The picture store: contents under names that are their hashes, in a folder or a bucket which every node can read. */
package arcade.media;
