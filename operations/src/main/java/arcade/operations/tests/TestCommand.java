package arcade.operations.tests;

import arcade.operations.home.Console;
import arcade.operations.home.Exit;
import arcade.operations.home.Failure;
import arcade.operations.home.Project;
import arcade.operations.process.SystemPackages;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code arcade test}: installs what the tests need, runs all of them, and ends with their number. */
@Command(
        name = "test",
        description = "Everything the tests need, then all of them; the last line counts them.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    /** Program and the package that brings it. */
    private static final Map<String, String> NEEDED = Map.of(
            "haproxy",
            "haproxy",
            "chromium",
            "chromium",
            "node",
            "nodejs",
            "npm",
            "npm",
            "ssh",
            "openssh-client",
            "sshd",
            "openssh-server");

    @Override
    public Integer call() {
        Project project = Project.located();
        SystemPackages.require(NEEDED);
        TestReports reports = new TestReports(project.root());
        reports.forget();
        Console.step("running ./mvnw verify");
        int build = verify(project);
        TestReports.Count count = reports.count();
        Console.line(count.toString());
        return build == 0 && count.failed() == 0 ? Exit.DONE : Exit.FAILED;
    }

    private static int verify(Project project) {
        try {
            return new ProcessBuilder("./mvnw", "-B", "-ntp", "verify")
                    .directory(project.root().toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Failure("cannot run ./mvnw: " + e.getMessage(), "restore it from git", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", "run the command again", e);
        }
    }
}
