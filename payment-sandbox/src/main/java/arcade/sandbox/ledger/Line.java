package arcade.sandbox.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes one transaction as one line: each changed object once, everything else refers to it by its position. */
final class Line {
    private final StringBuilder text = new StringBuilder(4096);
    private final List<Resource> changed;
    private final List<String> objects = new ArrayList<>(4);

    Line(Transaction transaction, long seq, List<Movement> movements, Answer answer) {
        changed = List.copyOf(transaction.changed());
        changed.forEach(resource -> objects.add(Json.text(resource)));
        Instant at = transaction.now();
        text.append("{\"seq\":").append(seq).append(",\"at\":\"").append(at).append('"');
        text.append(",\"movements\":").append(movements.isEmpty() ? "[]" : Json.text(movements));
        text.append(",\"objects\":[").append(String.join(",", objects)).append(']');
        events(transaction.announcements());
        text.append(",\"request\":").append(Json.text(transaction.request()));
        if (transaction.request().isKeyed()) {
            answer(answer);
        }
        text.append('}');
    }

    private void events(List<Transaction.Announcement> announcements) {
        String separator = "";
        text.append(",\"events\":[");
        for (Transaction.Announcement event : announcements) {
            text.append(separator).append("{\"id\":\"").append(event.id());
            text.append("\",\"type\":\"").append(event.type());
            text.append("\",\"about\":").append(changed.indexOf(event.about())).append('}');
            separator = ",";
        }
        text.append(']');
    }

    private void answer(Answer answer) {
        text.append(",\"answer\":{\"status\":").append(answer.status());
        int about = objects.indexOf(answer.body());
        if (about >= 0) {
            text.append(",\"about\":").append(about).append('}');
        } else {
            text.append(",\"body\":").append(answer.body()).append('}');
        }
    }

    /** The snapshot of a changed resource as it stands in the line. */
    String snapshot(Resource resource) {
        return objects.get(changed.indexOf(resource));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
