package arcade.operations.load;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Takes a rest after each journey: shoppers who are there all the time without keeping every core busy. */
record Unhurried(Journey journey, int restMillis) implements Journey {
    @Override
    public void go(Random random) throws NoAnswer, InterruptedException {
        journey.go(random);
        TimeUnit.MILLISECONDS.sleep(restMillis);
    }
}
