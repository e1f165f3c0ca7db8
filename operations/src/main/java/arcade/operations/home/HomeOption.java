package arcade.operations.home;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --home}, as a picocli mixin: every command but {@code test} has it. */
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where the cluster keeps everything (default: .arcade at the project's top).")
    private Path folder;

    public Home home() {
        return new Home(folder != null ? folder : Project.located().root().resolve(".arcade"));
    }
}
