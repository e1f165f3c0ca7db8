/**
 * What every in-container test stands on: a database of its own, started once per test run, and releases made for
 * tests.
 */
package arcade.testing;
