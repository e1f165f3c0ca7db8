package arcade.web.metrics;

import arcade.cluster.Node;
import arcade.payment.PaymentCounts;
import arcade.payment.PaymentCounts.Failure;
import arcade.web.health.SessionCount;
import com.sun.management.OperatingSystemMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;

/** What the node knows of itself; asks nobody. */
@ApplicationScoped
class NodeFigures {
    @Inject
    private Node node;

    @Inject
    private PaymentCounts payments;

    void write(Exposition out) {
        out.family("arcade_node_info", "gauge", "Always 1: which node and which release.");
        out.sample(
                "arcade_node_info",
                "node=" + Exposition.quoted(node.name()) + ",release=" + Exposition.quoted(node.release()),
                1);
        shop(out);
        machine(out);
    }

    private void shop(Exposition out) {
        out.single("arcade_orders_total", "counter", "Orders placed at this node.", payments.asked());
        out.single(
                "arcade_payments_captured_total",
                "counter",
                "Payments captured while this node was the till.",
                payments.captured());
        out.family(
                "arcade_payment_failures_total", "counter", "Calls to the gateway that brought no money, by reason.");
        for (Failure reason : Failure.values()) {
            String label = "reason=\"" + reason.name().toLowerCase(Locale.ROOT) + '"';
            out.sample("arcade_payment_failures_total", label, payments.failed(reason));
        }
        out.single(
                "arcade_sessions", "gauge", "Sessions that this node began and has not seen end.", SessionCount.live());
    }

    private void machine(Exposition out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        out.single("arcade_heap_used_bytes", "gauge", "Heap in use.", heap.getUsed());
        out.single("arcade_heap_max_bytes", "gauge", "Most the heap may grow to.", heap.getMax());
        out.single(
                "arcade_threads",
                "gauge",
                "Live threads of the node's Java.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        out.single("arcade_gc_seconds_total", "counter", "Time in which the collector stopped all.", collected() / 1e3);
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            out.single(
                    "process_cpu_seconds_total",
                    "counter",
                    "Processor time of the node.",
                    system.getProcessCpuTime() / 1e9);
        }
        out.single(
                "process_start_time_seconds",
                "gauge",
                "When the node started, since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
    }

    private static long collected() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
