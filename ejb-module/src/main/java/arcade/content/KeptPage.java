package arcade.content;

/**
 * A page as those see it who keep it.
 *
 * @param version raised by every change, so that two who change it at once notice
 */
public record KeptPage(long id, ContentPage page, long version) {}
