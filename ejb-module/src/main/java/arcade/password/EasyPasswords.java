package arcade.password;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.resources.DictionaryUtil;

/** What is guessed first: the passwords most often found in leaks, few different signs, a person's own names, a word and some digits. */
public final class EasyPasswords {
    /** Shorter ones are refused anyway. */
    private static final int SHORTEST_KNOWN = 10;

    /** Of a name; shorter ones stand in too much by chance. */
    private static final int SHORTEST_WORD = 4;

    private static final int LEAST_DIFFERENT_SIGNS = 5;
    private static final int LONGEST_FREE_TAIL = 4;

    /** What most lists of stolen passwords begin with; with a tail of digits they are guessed as well. */
    private static final List<String> GUESSED_FIRST = List.of(
            "password",
            "passwort",
            "passw0rd",
            "p@ssw0rd",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "qwerty",
            "qwertz",
            "1q2w3e4r",
            "123456",
            "987654",
            "abc123",
            "letmein",
            "welcome",
            "willkommen",
            "iloveyou",
            "ichliebedich",
            "football",
            "fussball",
            "baseball",
            "princess",
            "sunshine",
            "superman",
            "computer",
            "internet",
            "trustno1",
            "whatever",
            "starwars",
            "hallo123",
            "schatz");

    private EasyPasswords() {}

    /** Read when the first password is chosen, not when a node starts. */
    private static final class Leaked {
        private static final Set<String> PASSWORDS =
                DictionaryUtil.loadRankedDictionary(DictionaryUtil.passwords).keySet().stream()
                        .map(known -> known.strip().toLowerCase(Locale.ROOT))
                        .filter(known -> known.length() >= SHORTEST_KNOWN)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** @param own names and addresses of whoever chooses it */
    public static boolean contain(String chosen, List<String> own) {
        String password = chosen.toLowerCase(Locale.ROOT);
        return password.chars().distinct().count() < LEAST_DIFFERENT_SIGNS
                || GUESSED_FIRST.stream().anyMatch(first -> adds(password, first))
                || own.stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> isOf(password, name))
                || Leaked.PASSWORDS.contains(password);
    }

    /** The whole of it, what stands before an @, or a word of it. */
    private static boolean isOf(String password, String name) {
        String first = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        return password.equals(name)
                || !first.isBlank() && adds(password, first)
                || Arrays.stream(name.split("[^\\p{L}]+"))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .anyMatch(word -> adds(password, word));
    }

    /** Whether a password is hardly more than something known. */
    private static boolean adds(String password, String known) {
        int at = password.indexOf(known);
        String rest = at < 0 ? password : password.substring(0, at) + password.substring(at + known.length());
        return at >= 0 && (rest.length() <= LONGEST_FREE_TAIL || rest.matches("[\\d\\W_]*"));
    }
}
