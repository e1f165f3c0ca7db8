package arcade.shared;

/** The first words of a text, as many as search engines show. */
public final class Excerpt {
    /** In characters. */
    private static final int MOST = 160;

    private Excerpt() {}

    /** Cut between two words, with a sign that more follows; a shorter text is as it is. */
    public static String of(String text) {
        if (text.length() <= MOST) {
            return text;
        }
        int end = text.lastIndexOf(' ', MOST - 1);
        return text.substring(0, end < 1 ? MOST - 1 : end) + "…";
    }
}
