package arcade.operations.doctor;

/** Something that is wrong, and its fix. */
record Finding(String problem, String fix) {}
