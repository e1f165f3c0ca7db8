package arcade.operations.prove;

import arcade.operations.audit.AuditRun;
import arcade.operations.catalogue.ProofStore;
import arcade.operations.catalogue.ProofStore.Article;
import arcade.operations.cluster.Fleet;
import arcade.operations.gateway.GatewayFaults;
import arcade.operations.home.ClusterState;
import arcade.operations.home.Failure;
import arcade.operations.home.Home;
import arcade.operations.home.Machine;
import arcade.operations.home.Project;
import arcade.operations.load.ProofShoppers;
import arcade.operations.node.Failpoints;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One run: the promises one after the other, each healed and audited before the next begins. */
final class Proving {
    /** After the last fault nothing may be open for longer (I9). */
    private static final Duration SETTLE = Duration.ofSeconds(120);

    private static final int ARTICLES = 24;
    private static final long MANY = 1_000_000_000;
    private static final long PRICE_MINOR = 1_900;

    private final Home home;
    private final ProvePlan plan;
    private final Path folder;
    private final Timeline timeline;
    private final List<Trial> trials = new ArrayList<>();
    private Map<String, Integer> known = new HashMap<>();
    private AuditRun lastAudit;

    /** @param folder of this proof's own, for records and reports */
    Proving(Home home, ProvePlan plan, Path folder) {
        this.home = home;
        this.plan = plan;
        this.folder = folder;
        this.timeline = new Timeline(folder.resolve("timeline.txt"));
    }

    Proof run(Project project) throws InterruptedException {
        ClusterState cluster = requireWhole();
        Instant begun = Instant.now();
        Path records = folder.resolve("records.jsonl");
        try (TillLog log = new TillLog(home);
                Nodes nodes = new Nodes(new Fleet(home, project), new Failpoints(home));
                ProofShoppers shoppers = new ProofShoppers(home, ProofStore.CODE, records, plan.seed())) {
            Scene scene = new Scene(
                    home,
                    cluster,
                    nodes,
                    shoppers,
                    goods(),
                    plan.shoppers(),
                    log,
                    new GatewayFaults(cluster.gateway()),
                    timeline,
                    new Random(plan.seed()),
                    records);
            long firstSeq = log.lastSeq();
            before(scene);
            for (Promise promise : plan.promises()) {
                trials.add(prove(promise, scene));
            }
            scene.say("all promises were put to the test");
            return new Proof(
                    plan,
                    begun,
                    Instant.now(),
                    cluster.release(),
                    cluster.nodes().size(),
                    List.copyOf(trials),
                    timeline.marks(),
                    Rates.of(log, firstSeq),
                    UnknownTimes.seconds(log.steps(firstSeq, begun)),
                    errors(shoppers),
                    lastAudit);
        }
    }

    private ClusterState requireWhole() {
        ClusterState cluster = home.cluster();
        if (cluster.production()) {
            throw Failure.usage("this topology is marked production", "prove it on another one");
        }
        List<String> down = cluster.machines().stream()
                .filter(machine -> machine.role().sells() && !machine.alive())
                .map(Machine::name)
                .toList();
        if (!down.isEmpty()) {
            throw new Failure("the cluster is not whole: " + down + " does not run", "run './arcade up' first");
        }
        return cluster;
    }

    private Map<String, String> goods() throws InterruptedException {
        Map<String, String> handleOfSku = new TreeMap<>();
        List<Article> articles = new ArrayList<>();
        for (int number = 1; number <= ARTICLES; number++) {
            Article article = new Article("goods-" + number, "GOODS-" + number, MANY, PRICE_MINOR + 100L * number);
            articles.add(article);
            handleOfSku.put(article.sku(), article.handle());
        }
        new ProofStore(home).stock(articles);
        return handleOfSku;
    }

    /** What is broken before anything was done is not this proof's finding, and not hidden either. */
    private void before(Scene scene) throws InterruptedException {
        scene.gateway().clear();
        Trial trial = new Trial("before", "the audit before it");
        audit(scene, trial, Duration.ofSeconds(60));
        trial.trials(1, "audit");
        if (!trial.violations().isEmpty()) {
            trials.add(trial);
        }
    }

    private Trial prove(Promise promise, Scene scene) throws InterruptedException {
        Trial trial = new Trial(promise.code(), promise.title());
        timeline.promise(promise.code());
        scene.say("promise " + promise.code() + ", " + promise.title() + ": "
                + plan.time(promise).toSeconds() + " s");
        long seq = scene.log().lastSeq();
        Instant begun = Instant.now();
        try {
            promise.prove(scene, plan.time(promise), trial);
        } catch (Failure e) {
            trial.mishap(e.getMessage());
        } catch (RuntimeException e) {
            trial.mishap("the proof itself failed: " + e + " at " + e.getStackTrace()[0]);
        }
        heal(scene, trial);
        trial.took(
                scene.log()
                        .number("SELECT COUNT(*) FROM payment_transition WHERE seq > ? AND to_state = 'CAPTURED'", seq),
                Scene.seconds(begun, Instant.now()));
        scene.say("promise " + promise.code() + ": " + trial.verdict() + ", " + trial.bound());
        trial.violations().forEach(what -> scene.say("  violation: " + what));
        trial.mishaps().forEach(what -> scene.say("  not proved: " + what));
        return trial;
    }

    /** Everything is taken back, the shoppers go home, and 120 s after the last fault at most all money is where it belongs. */
    private void heal(Scene scene, Trial trial) throws InterruptedException {
        try {
            new Wounds(home).bandage();
            scene.shoppers().end().forEach(trial::mishap);
            scene.nodes().heal();
            scene.nodes().mishaps().forEach(trial::mishap);
            timeline.mark("healed", "everything runs again");
            scene.say("healed; the audit waits until nothing is open");
            audit(scene, trial, SETTLE);
        } catch (Failure e) {
            trial.mishap("not healed or not audited: " + e.getMessage());
        }
    }

    /** What an earlier audit has told already is not told again. */
    private void audit(Scene scene, Trial trial, Duration settle) throws InterruptedException {
        lastAudit = AuditRun.of(home, settle, scene.records());
        lastAudit.violations().forEach((code, count) -> {
            int fresh = count - known.getOrDefault(code, 0);
            List<String> sentences = lastAudit.sentences().get(code);
            for (int index = 0; index < fresh; index++) {
                int from = Math.max(0, sentences.size() - fresh);
                trial.violation(code + ": "
                        + (from + index < sentences.size() ? sentences.get(from + index) : "one more of these"));
            }
        });
        known = lastAudit.violations();
    }

    private static Map<String, Long> errors(ProofShoppers shoppers) {
        Map<String, Long> errors = new TreeMap<>(shoppers.errors());
        shoppers.refused().forEach((reason, count) -> errors.put("refused: " + reason, count));
        return errors;
    }
}
