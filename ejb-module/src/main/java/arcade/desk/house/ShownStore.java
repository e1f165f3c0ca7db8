package arcade.desk.house;

import arcade.store.StoreSetup;

/** A shop as somebody is shown it. @param mark the same as long as nobody changes it */
public record ShownStore(StoreSetup setup, String mark) {}
