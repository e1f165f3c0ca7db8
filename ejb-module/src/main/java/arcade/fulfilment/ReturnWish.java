package arcade.fulfilment;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A shopper's wish to send pieces back.
 *
 * @param requestKey of his form, 1 to 128 visible ASCII characters: the same key is the same return, for ever
 * @param pieces by the line's position, from 1
 * @param remark his words, or empty
 */
public record ReturnWish(
        String requestKey, SortedMap<Integer, Integer> pieces, ReturnCase.Reason reason, String remark) {
    public static final int LONGEST_REMARK = 500;

    public ReturnWish(String requestKey, Map<Integer, Integer> pieces, ReturnCase.Reason reason, String remark) {
        this(requestKey, new TreeMap<>(pieces), reason, remark.strip());
    }

    public ReturnWish {
        if (!requestKey.matches("[!-~]{1,128}")) {
            throw new IllegalArgumentException("a key is 1 to 128 visible ASCII characters, not " + requestKey);
        }
    }
}
