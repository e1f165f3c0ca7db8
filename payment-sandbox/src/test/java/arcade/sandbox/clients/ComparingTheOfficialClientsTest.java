package arcade.sandbox.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the client for Java sees, the client for Node.js sees, and it is what the scenario expects. */
class ComparingTheOfficialClientsTest {
    @TempDir
    static Path folder;

    private static List<String> java;
    private static List<String> node;

    @BeforeAll
    static void playAll() throws IOException, InterruptedException {
        try (Stage stage = new Stage(folder.resolve("java"))) {
            java = new JavaClient(stage).play(Scenario.all());
        }
        try (Stage stage = new Stage(folder.resolve("node"))) {
            node = NodeClient.play(stage);
        }
        // For whoever wants to see them side by side.
        Files.write(Path.of("target", "transcript-java.jsonl"), java);
        Files.write(Path.of("target", "transcript-node.jsonl"), node);
    }

    @Test
    void bothPlayEveryStep() {
        int steps =
                Scenario.all().stream().mapToInt(each -> each.steps().size()).sum();

        assertEquals(steps, java.size());
        assertEquals(steps, node.size());
    }

    @TestFactory
    Stream<DynamicTest> scenario() {
        return Scenario.all().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> compare(each)));
    }

    private static void compare(Scenario scenario) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            JsonObject step = scenario.steps().get(i);
            String where = "step " + (i + 1) + ", " + step.get("do").getAsString();
            JsonElement seenByJava = result(java, scenario, i);
            assertEquals(step.get("expect"), seenByJava, where + ", client for Java");
            assertEquals(seenByJava, result(node, scenario, i), where + ", client for Node.js");
        }
    }

    private static JsonElement result(List<String> transcript, Scenario scenario, int index) {
        return transcript.stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .filter(line -> line.get("scenario").getAsString().equals(scenario.name()))
                .toList()
                .get(index)
                .get("result");
    }
}
