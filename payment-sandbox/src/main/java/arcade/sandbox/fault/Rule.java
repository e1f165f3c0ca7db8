package arcade.sandbox.fault;

/**
 * One thing that may go wrong.
 *
 * @param probability from 0 to 1, of each call that the operation covers
 * @param applied whether the call is carried out, and is on disk, before the fault; else it comes before anything is done
 * @param millis how long a latency or a timeout lasts
 * @param status of an error or a page
 */
public record Rule(Operation operation, Kind kind, double probability, boolean applied, long millis, int status) {}
