package arcade.operations.console;

import arcade.operations.home.ClusterState;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.home.Secrets;
import arcade.operations.host.Site;
import arcade.operations.network.NodeGroup;
import arcade.operations.node.GridMember;
import arcade.operations.process.Folders;
import arcade.operations.process.ProcessMark;
import arcade.operations.process.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The admin console's process. It is started last and nobody waits for it: unpacking the server, making the domain and starting
 * it are one process in the background with low priority ({@code domain-config/admin/console.sh}).
 */
public final class AdminConsole {
    public static final String USER = "admin";

    private static final String SERVER = "payara-server-";

    private final Home home;
    private final Project project;
    private final Machine machine;
    private final Site site;

    public AdminConsole(Home home, Project project, Machine machine) {
        this.home = home;
        this.project = project;
        this.machine = machine;
        this.site = new Site(home, project, machine);
    }

    /** Returns at once; {@link ConsoleDoor} tells when it is open. */
    public ProcessMark start(ClusterState cluster, boolean hostAware) {
        for (String purpose : List.of("console", "grid")) {
            site.requireFree(machine.port(purpose), "the admin console", "stop that process");
        }
        Path archive = project.newestPart(SERVER);
        Path server = project.cache().resolve(archive.getFileName().toString().replace(".zip", ""));
        Path folder = home.path("machines", machine.name(), "x").getParent();
        configure(cluster, hostAware, folder);
        site.bring(folder);
        if (!site.reach().sharesFiles() && !site.exists(server)) {
            Folders.makeOnce(server, draft -> Folders.unpack(archive, draft, entry -> entry));
            site.bringOnce(server);
        }
        List<String> command = new ArrayList<>(NodeGroup.command(machine));
        command.addAll(List.of("bash", site.there(folder.resolve("console.sh")).toString()));
        Map<String, String> settings = Map.of(
                "JAVA", site.reach().java(),
                "SERVER", site.there(server).toString(),
                "ARCHIVE", archive.toString(),
                "FOLDER", site.there(folder).toString(),
                "ADMIN_PORT", Integer.toString(machine.port("console")),
                "MALLOC_ARENA_MAX", "2",
                "TERM", "dumb");
        return site.launch("the admin console", command, settings, folder);
    }

    private void configure(ClusterState cluster, boolean hostAware, Path folder) {
        Path grid = folder.resolve("member.yaml");
        GridMember.write(home, project, cluster, machine, hostAware, true, grid);
        new Template(project.configuration("admin/pre-boot.asadmin"))
                .fillInto(
                        folder.resolve("pre-boot.asadmin"),
                        Map.of(
                                "grid", site.there(grid).toString(),
                                "address", machine.address(),
                                "port", Integer.toString(machine.port("console"))));
        for (String file : List.of("console.options", "console.sh")) {
            new Template(project.configuration("admin/" + file)).fillInto(folder.resolve(file), Map.of());
        }
        Template.writeOwnerOnly(
                folder.resolve("password"),
                "AS_ADMIN_PASSWORD=" + home.secrets().own(Secrets.CONSOLE_PASSWORD) + "\n");
    }
}
