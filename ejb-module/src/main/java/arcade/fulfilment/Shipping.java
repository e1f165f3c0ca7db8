package arcade.fulfilment;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A clerk's wish to send pieces.
 *
 * @param requestKey of the clerk's form, 1 to 128 visible ASCII characters: the same key is the same shipment, for ever
 * @param trackingUrl begins with http:// or https://
 * @param pieces by the line's position, from 1
 */
public record Shipping(
        String requestKey,
        String carrier,
        String trackingNumber,
        Optional<String> trackingUrl,
        SortedMap<Integer, Integer> pieces) {
    private static final int LONGEST_CARRIER = 60;
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_URL = 500;

    public Shipping(
            String requestKey,
            String carrier,
            String trackingNumber,
            Optional<String> trackingUrl,
            Map<Integer, Integer> pieces) {
        this(
                requestKey,
                carrier.strip(),
                trackingNumber.strip(),
                trackingUrl.map(String::strip),
                new TreeMap<>(pieces));
    }

    public Shipping {
        if (!requestKey.matches("[!-~]{1,128}")) {
            throw new IllegalArgumentException("a key is 1 to 128 visible ASCII characters, not " + requestKey);
        }
    }

    /** Whether this is what was sent. */
    boolean isAbout(Shipment sent) {
        SortedMap<Integer, Integer> known = new TreeMap<>();
        sent.lines().forEach(line -> known.merge(line.position(), line.count(), Integer::sum));
        return carrier.equals(sent.carrier())
                && trackingNumber.equals(sent.trackingNumber())
                && trackingUrl.equals(sent.trackingUrl())
                && pieces.equals(known);
    }

    /** What is wrong with the texts. */
    Optional<String> problem() {
        if (carrier.isEmpty() || carrier.length() > LONGEST_CARRIER) {
            return Optional.of("The carrier is missing or longer than " + LONGEST_CARRIER + " characters.");
        }
        if (trackingNumber.length() > LONGEST_NUMBER) {
            return Optional.of("The tracking number is longer than " + LONGEST_NUMBER + " characters.");
        }
        return trackingUrl
                .filter(url -> !url.matches("https?://[!-~]+") || url.length() > LONGEST_URL)
                .map(url -> "The tracking address must begin with https:// and have at most " + LONGEST_URL
                        + " characters.");
    }
}
