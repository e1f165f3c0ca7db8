package arcade.operations.process;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Packages of the operating system. */
public final class SystemPackages {
    private SystemPackages() {}

    /** Installs them on Debian as root; elsewhere says which command does. No service of theirs is started. */
    public static void install(List<String> packages) {
        install(packages, "root".equals(System.getProperty("user.name")), Files.exists(Path.of("/usr/bin/apt-get")));
    }

    /** Installs what is missing of these. @param needed program and the package that brings it */
    public static void require(Map<String, String> needed) {
        List<String> missing = needed.entrySet().stream()
                .filter(program -> Tool.find(program.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            Console.step("installing the packages " + String.join(", ", missing));
            install(missing);
        }
    }

    static void install(List<String> packages, boolean root, boolean debian) {
        String names = String.join(" ", packages);
        if (!debian) {
            throw new Failure("missing: " + names, "install it with this system's package manager, then run again");
        }
        if (!root) {
            throw new Failure("missing: " + names, "run 'sudo apt-get install -y " + names + "', then run again");
        }
        Tool installed = apt(packages);
        if (!installed.succeeded()) {
            // A fresh image has no lists yet.
            Tool.run("apt-get", "update", "-qq");
            installed = apt(packages);
        }
        if (!installed.succeeded()) {
            throw new Failure(
                    "apt-get could not install " + names + ": "
                            + installed.output().strip(),
                    "run 'apt-get install -y " + names + "' yourself and see what it says");
        }
    }

    private static Tool apt(List<String> packages) {
        List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
        command.addAll(packages);
        // RUNLEVEL=1: Debian's package scripts then start no service; our router is our own process.
        return Tool.run(command, Path.of("/"), Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1"));
    }
}
