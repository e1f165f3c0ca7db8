package arcade.content;

import java.util.regex.Pattern;

/**
 * A page of a store's own words.
 *
 * @param handle the last part of its address
 * @param body Markdown, as CommonMark defines it, with tables; at most {@link #LONGEST_BODY} characters
 * @param position the foot of the shop names the smaller first, 0 to {@link #LAST}
 * @param published whether shoppers see it
 */
public record ContentPage(String handle, String title, String body, int position, boolean published) {
    public static final int LONGEST_HANDLE = 60;
    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_BODY = 50_000;
    public static final int LAST = 999;

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9](-?[a-z0-9]){0," + (LONGEST_HANDLE - 1) + "}");

    /** @throws IllegalArgumentException naming the field and what is wrong with it */
    public ContentPage {
        title = title.strip();
        // Browsers end lines in their own way; the same words sent again are the same page.
        body = body.strip().replace("\r\n", "\n");
        if (!isHandle(handle)) {
            throw new IllegalArgumentException(
                    "handle: a-z, 0-9 and single -, at most " + LONGEST_HANDLE + ", not " + handle);
        }
        if (!isTitle(title)) {
            throw new IllegalArgumentException("title: 1 to " + LONGEST_TITLE + " characters, not " + title.length());
        }
        if (!isBody(body)) {
            throw new IllegalArgumentException("body: 1 to " + LONGEST_BODY + " characters, not " + body.length());
        }
        if (position < 0 || position > LAST) {
            throw new IllegalArgumentException("position: 0 to " + LAST + ", not " + position);
        }
    }

    public static boolean isHandle(String text) {
        return text.length() <= LONGEST_HANDLE && HANDLE.matcher(text).matches();
    }

    public static boolean isTitle(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST_TITLE;
    }

    public static boolean isBody(String text) {
        return !text.isBlank() && text.length() <= LONGEST_BODY;
    }

    /**
     * As a page shows it, safe as it is: no tag and no script of the text gets through. Its greatest headings are those next to a page's
     * title, {@code h2}.
     */
    public String html() {
        return Markdown.html(body);
    }

    /** How it begins, in plain words, for search engines. */
    public String summary() {
        return Markdown.summary(body);
    }
}
