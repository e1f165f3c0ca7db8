package arcade.operations.tests;

import arcade.operations.home.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The reports that Surefire and Failsafe write, of all modules together. */
record TestReports(Path project) {
    private static final List<String> FOLDERS = List.of("target/surefire-reports", "target/failsafe-reports");

    /** @param failed tests that failed or could not run */
    record Count(int passed, int failed, int skipped) {
        Count plus(Count other) {
            return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        @Override
        public String toString() {
            return passed + " passed, " + failed + " failed, " + skipped + " skipped";
        }
    }

    /** Removes those of earlier runs: a module that is not reached must not count with its old numbers. */
    void forget() {
        for (Path report : files()) {
            try {
                Files.delete(report);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + report, e);
            }
        }
    }

    Count count() {
        return files().stream().map(TestReports::read).reduce(new Count(0, 0, 0), Count::plus);
    }

    private List<Path> files() {
        try (Stream<Path> modules = Files.list(project)) {
            return modules.flatMap(module -> FOLDERS.stream().map(module::resolve))
                    .filter(Files::isDirectory)
                    .flatMap(TestReports::reports)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + project, e);
        }
    }

    private static Stream<Path> reports(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Count read(Path report) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream content = Files.newInputStream(report)) {
            XMLStreamReader suite = factory.createXMLStreamReader(content);
            suite.nextTag();
            int failed = number(suite, "failures") + number(suite, "errors");
            int skipped = number(suite, "skipped");
            return new Count(number(suite, "tests") - failed - skipped, failed, skipped);
        } catch (IOException | XMLStreamException e) {
            throw new Failure(
                    "cannot read the test report " + report + ": " + e.getMessage(), "run the tests again", e);
        }
    }

    private static int number(XMLStreamReader suite, String attribute) {
        String value = suite.getAttributeValue(null, attribute);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
