package arcade.operations.load;

import arcade.operations.text.Table;
import com.google.gson.Gson;
import com.google.gson.annotations.SerializedName;
import java.util.List;

/**
 * What a node with many sessions needs.
 *
 * @param sessions that the node says it has now
 * @param residentMegabytes of its process, as the kernel counts: heap, classes, threads, shared libraries
 */
record SessionsReport(
        String mix,
        String node,
        long sessions,
        @SerializedName("rss_mb") long residentMegabytes,
        @SerializedName("heap_mb") long heapMegabytes) {

    String json() {
        return new Gson().toJson(this);
    }

    List<String> lines() {
        return new Table(node, "value")
                .row("sessions", sessions)
                .row("resident, MB", residentMegabytes)
                .row("heap in use, MB", heapMegabytes)
                .lines();
    }
}
