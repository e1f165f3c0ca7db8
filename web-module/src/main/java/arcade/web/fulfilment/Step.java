package arcade.web.fulfilment;

/**
 * A line of an order's way in time.
 *
 * @param day as people write it; empty: it has not happened yet
 * @param time for machines, ISO 8601
 * @param detail more about it, or empty
 * @param follow where the parcel can be followed, or empty
 */
public record Step(String text, String day, String time, String detail, String follow) {
    public boolean isDone() {
        return !day.isEmpty();
    }
}
