package arcade.operations.load;

import java.util.Random;

/** What one shopper does from coming to leaving, again and again. Each shopper has his own. */
interface Journey {
    /** @throws NoAnswer the journey ended early; counted already */
    void go(Random random) throws NoAnswer, InterruptedException;
}
