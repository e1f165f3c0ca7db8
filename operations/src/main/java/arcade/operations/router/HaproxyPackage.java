package arcade.operations.router;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.process.SystemPackages;
import arcade.operations.process.Tool;
import java.nio.file.Path;
import java.util.List;

/** HAProxy's program; on Debian as root it is installed when missing. */
final class HaproxyPackage {
    private HaproxyPackage() {}

    static Path program() {
        return Tool.find("haproxy").orElseGet(() -> {
            Console.step("installing the package haproxy");
            SystemPackages.install(List.of("haproxy"));
            return Tool.find("haproxy")
                    .orElseThrow(() -> new Failure(
                            "haproxy is still missing after its package was installed", "see './arcade doctor'"));
        });
    }
}
