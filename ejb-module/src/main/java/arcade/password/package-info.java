/** Passwords as they are chosen, not among those that are guessed first, and as they are kept: hashes that cost whoever guesses. */
package arcade.password;
