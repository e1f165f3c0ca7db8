package arcade.system.harness;

import java.time.Duration;

/** How a command ended. */
public record Outcome(String command, int exit, String out, String err, Duration took) {

    /** @throws AssertionError when the command did not end with this code; shows all it printed */
    public Outcome expect(int code) {
        if (exit != code) {
            throw new AssertionError(this + "\nexpected exit code " + code);
        }
        return this;
    }

    @Override
    public String toString() {
        return "$ " + command + "\n" + out + err + "exit code " + exit + " after " + took.toMillis() + " ms";
    }
}
