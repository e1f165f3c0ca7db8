package arcade.system.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the cluster for the first test that wants it and ends it after the last; shows the logs when a test fails. */
final class SharedCluster implements ParameterResolver, AfterTestExecutionCallback {
    private static final int TAIL_LINES = 40;

    private record Running(Cluster cluster) implements AutoCloseable {
        @Override
        public void close() {
            cluster.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context)
                .getOrComputeIfAbsent(Running.class, key -> new Running(started()), Running.class)
                .cluster();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Running running = store(context).get(Running.class, Running.class);
        if (running != null && context.getExecutionException().isPresent()) {
            System.out.println("\n==== failed: " + context.getDisplayName());
            showLogs(running.cluster().home().resolve("log"));
        }
    }

    private static Cluster started() {
        Cluster cluster = Cluster.fromProperties();
        try {
            cluster.start();
        } catch (AssertionError e) {
            showLogs(cluster.home().resolve("log"));
            throw e;
        }
        return cluster;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedCluster.class));
    }

    private static void showLogs(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> logs = Files.list(folder)) {
            for (Path log : logs.sorted().toList()) {
                List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
                System.out.println("==== " + log.getFileName());
                lines.stream().skip(Math.max(0, lines.size() - TAIL_LINES)).forEach(System.out::println);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no logs in " + folder, e);
        }
    }
}
