/**
 * Processes that outlive the command: started detached, known by pid and start time, stopped within a bound.
 */
package arcade.operations.process;
