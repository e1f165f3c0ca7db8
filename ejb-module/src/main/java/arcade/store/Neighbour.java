package arcade.store;

import java.util.Locale;

/** A host name of the same owner where a shopper may go on. @param label what he reads of it @param locale its store's */
public record Neighbour(String host, String label, Locale locale) {}
