package arcade.system.cards;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A number that was typed somewhere, looked for in any bytes: with one separator between digits or none, whatever stands beside it, and
 * in UTF-16, too.
 */
record KnownNumber(String digits) {
    private static final int BUFFER = 1 << 20;

    boolean isIn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isIn(in);
        }
    }

    /** Knuth, Morris and Pratt over the digits alone. */
    boolean isIn(InputStream bytes) throws IOException {
        int[] fallBack = fallBack();
        int matched = 0;
        int others = 0;
        try (InputStream in = new BufferedInputStream(bytes, BUFFER)) {
            byte[] piece = new byte[BUFFER];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                for (int i = 0; i < length; i++) {
                    byte sign = piece[i];
                    if (sign >= '0' && sign <= '9') {
                        others = 0;
                        while (matched > 0 && digits.charAt(matched) != sign) {
                            matched = fallBack[matched - 1];
                        }
                        matched += digits.charAt(matched) == sign ? 1 : 0;
                        if (matched == digits.length()) {
                            return true;
                        }
                    } else if (sign != 0) {
                        // A zero is half of a sign in UTF-16.
                        others = sign == ' ' || sign == '-' ? others + 1 : 2;
                        matched = others > 1 ? 0 : matched;
                    }
                }
            }
        }
        return false;
    }

    private int[] fallBack() {
        int[] table = new int[digits.length()];
        for (int i = 1, length = 0; i < digits.length(); i++) {
            while (length > 0 && digits.charAt(i) != digits.charAt(length)) {
                length = table[length - 1];
            }
            length += digits.charAt(i) == digits.charAt(length) ? 1 : 0;
            table[i] = length;
        }
        return table;
    }
}
