package arcade.operations.router;

import arcade.operations.home.Console;
import arcade.operations.home.Failure;
import arcade.operations.host.Site;
import arcade.operations.process.SystemPackages;
import arcade.operations.process.Tool;
import java.util.List;

/** HAProxy's program. On this machine, Debian, as root, it is installed when missing; on another it must be there. */
final class HaproxyPackage {
    /** Administrators' programs are left out of many a user's path. */
    private static final String FIND = "PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin; command -v haproxy";

    private HaproxyPackage() {}

    static String program(Site site) {
        Tool found = site.reach().shell(FIND);
        if (!found.succeeded() && site.reach().sharesFiles()) {
            Console.step("installing the package haproxy");
            SystemPackages.install(List.of("haproxy"));
            found = site.reach().shell(FIND);
        }
        if (!found.succeeded()) {
            throw new Failure("haproxy is missing on " + site.reach(), "install it there: 'apt-get install haproxy'");
        }
        return found.output().strip();
    }
}
