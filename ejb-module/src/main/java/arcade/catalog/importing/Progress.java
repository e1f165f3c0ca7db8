package arcade.catalog.importing;

/** Is told how far an import is; called at least once for every few pictures and every batch. */
@FunctionalInterface
public interface Progress {
    void done(int products, int total);
}
