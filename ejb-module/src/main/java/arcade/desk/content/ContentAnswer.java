package arcade.desk.content;

import arcade.content.KeptPage;

/** What became of a page that staff wrote. */
public sealed interface ContentAnswer {

    /** It is stored, and shoppers see it after a second or two. */
    record Saved(KeptPage now) implements ContentAnswer {}

    /** Somebody else was first; nothing was written. @param now what he made of it */
    record ChangedMeanwhile(KeptPage now) implements ContentAnswer {}

    /** Another page of the store has this address; nothing was written. */
    record Taken() implements ContentAnswer {}

    /** The store has as many as a foot can name; nothing was written. */
    record TooMany() implements ContentAnswer {}

    /** The store has no such page. */
    record Gone() implements ContentAnswer {}
}
