/** Passwords as they are kept: hashes that cost whoever guesses. */
package arcade.password;
