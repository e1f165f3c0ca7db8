package arcade.desk.house;

/** Work that waits. @param oldestSeconds how long the oldest is overdue; 0: nothing waits */
public record Queue(String name, long waiting, long oldestSeconds) {}
