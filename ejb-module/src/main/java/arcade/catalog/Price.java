package arcade.catalog;

import arcade.shared.Money;

/** An amount with its text in the store's language, so that a cached page formats nothing. */
public record Price(Money money, String text) {}
