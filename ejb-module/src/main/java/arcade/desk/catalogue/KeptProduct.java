package arcade.desk.catalogue;

import java.util.Optional;

/**
 * What is kept of one product of an import.
 *
 * @param nth in the order of writing, from 0
 * @param before JSON of what it was; empty: there was no such product
 * @param afterMark of what the import made of it
 * @param stock JSON of what its counts moved
 */
record KeptProduct(
        int nth, String handle, Optional<String> before, String afterMark, int afterPosition, Optional<String> stock) {}
