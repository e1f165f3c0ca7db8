package arcade.invoicing;

import java.util.List;

/**
 * Who sells, as invoices say it.
 *
 * @param address its lines, the country included
 * @param taxNumber the VAT identification number or what the seller's country has in its place; empty: none
 */
public record Seller(String name, List<String> address, String taxNumber) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_TAX_NUMBER = 60;

    /** @throws IllegalArgumentException naming what is missing or too long */
    public Seller {
        address = address.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        name = require("name", name.strip(), LONGEST_NAME);
        taxNumber = taxNumber.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a seller needs a name");
        }
        require("address", String.join("\n", address), LONGEST_ADDRESS);
        require("taxNumber", taxNumber, LONGEST_TAX_NUMBER);
    }

    private static String require(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "a seller's " + what + " has at most " + longest + " characters, not " + text.length());
        }
        return text;
    }
}
