package arcade.store;

/**
 * A store was made or set up anew. Fired inside the transaction of the change: what the setup says of their own, later
 * features store.
 */
public record StoreChanged(Store store, StoreSetup setup) {}
