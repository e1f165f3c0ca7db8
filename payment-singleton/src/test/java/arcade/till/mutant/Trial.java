package arcade.till.mutant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What came of running one test, once, on classes of its own. */
final class Trial implements TestExecutionListener {
    private final List<Throwable> failures = new ArrayList<>();
    private int tests;

    /**
     * @param test {@code Class#method}
     * @param mutant the folder with a mutant's classes; empty: the shop as it is
     */
    static Trial of(String test, Optional<Path> mutant) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader classes = new MutantLoader(mutant);
        thread.setContextClassLoader(classes);
        try {
            Trial trial = new Trial();
            launcher().execute(request(test, classes), trial);
            return trial;
        } catch (ClassNotFoundException e) {
            throw new AssertionError("there is no test " + test, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    boolean passed() {
        return tests > 0 && failures.isEmpty();
    }

    /** What the test said; empty when it passed, or broke without saying anything about what it looks at. */
    Optional<String> complaint() {
        return failures.stream()
                .filter(AssertionError.class::isInstance)
                .map(failure ->
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""))
                .findFirst();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests++;
        }
        if (result.getStatus() != Status.SUCCESSFUL) {
            failures.add(result.getThrowable().orElseThrow());
        }
    }

    @Override
    public String toString() {
        return tests + " tests, failures " + failures;
    }

    private static LauncherDiscoveryRequest request(String test, ClassLoader classes) throws ClassNotFoundException {
        String[] parts = test.split("#", 2);
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(classes.loadClass(parts[0]), parts[1]))
                .build();
    }

    /** Without the listeners of the run that it is part of: those start databases and servers. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build());
    }
}
