package offprint.style;

/** The margins of a box that are {@code auto}. */
public record AutoMargins(boolean top, boolean right, boolean bottom, boolean left) {}
