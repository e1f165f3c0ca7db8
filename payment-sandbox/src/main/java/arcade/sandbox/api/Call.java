package arcade.sandbox.api;

/**
 * One request to the API after its route was found.
 *
 * @param id the identifier in the path; empty where the path has none
 */
public record Call(String id, Parameters parameters) {}
