package arcade.cluster;

import java.io.Serializable;

/**
 * The right to act under a lease: every write that the lease guards names it and is refused by the database once
 * another node has taken the lease, for that raises the epoch.
 *
 * @param epoch raised by one at each takeover, never lowered
 * @param owner node name and boot id of the holder
 */
public record FencingToken(String lease, long epoch, String owner) implements Serializable {}
