package arcade.operations.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountingTestsTest {
    @TempDir
    private Path project;

    @Test
    void reportsOfAllModulesAndBothPluginsAreSummed() throws IOException {
        report("shop/target/surefire-reports/TEST-A.xml", "tests='5' failures='1' errors='1' skipped='1'");
        report("web/target/failsafe-reports/TEST-B.xml", "tests='3' failures='0' errors='0' skipped='0'");
        report("web/target/failsafe-reports/failsafe-summary.xml", "tests='99'");

        assertEquals(
                "5 passed, 2 failed, 1 skipped",
                new TestReports(project).count().toString());
    }

    @Test
    void anEarlierRunDoesNotCount() throws IOException {
        report("shop/target/surefire-reports/TEST-A.xml", "tests='5' failures='0' errors='0' skipped='0'");
        TestReports reports = new TestReports(project);

        reports.forget();

        assertEquals("0 passed, 0 failed, 0 skipped", reports.count().toString());
    }

    private void report(String path, String attributes) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "<?xml version='1.0'?>\n<testsuite name='x' " + attributes + "><testcase/></testsuite>");
    }
}
