package arcade.till;

import arcade.cluster.FencingToken;
import arcade.till.NoticeTable.Due;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes the gateway's notices out of the inbox: what one speaks of is looked at on both sides, as in any round over the books. The
 * notice itself is believed in nothing, so that order, delay and repetition cannot matter. Several about one thing are one look.
 */
final class NoticeWorker {
    private static final int BATCH = 50;

    private final NoticeBook book;
    private final Reconciler reconciler;

    NoticeWorker(NoticeBook book, Reconciler reconciler) {
        this.book = book;
        this.reconciler = reconciler;
    }

    /** One look into the inbox. What cannot be told yet is looked at later, less and less often. */
    void look(FencingToken token) {
        Map<Subject, List<String>> due = book.due(BATCH).stream()
                .collect(Collectors.groupingBy(Due::subject, Collectors.mapping(Due::event, Collectors.toList())));
        due.forEach((subject, events) -> {
            if (look(subject)) {
                book.handled(token, events);
            } else {
                book.later(token, events);
            }
        });
    }

    private boolean look(Subject subject) {
        try {
            return reconciler.look(subject);
        } catch (GatewayAway e) {
            return false;
        }
    }
}
