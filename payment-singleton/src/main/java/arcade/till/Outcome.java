package arcade.till;

/** What came of a step, to be recorded. */
record Outcome(Step step, Answer answer, Change change) {}
