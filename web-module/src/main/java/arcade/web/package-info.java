/** What shoppers and their programs meet: pages in {@code catalog}, {@code cart} and {@code checkout}, and what they share. */
package arcade.web;
