package offprint.style;

import org.jspecify.annotations.Nullable;

/**
 * What {@code content} says of a pseudo-element: strings, one behind the other, or nothing. Of a
 * leader (CSS Generated Content for Paged Media 3, section 4) it is what is repeated.
 */
final class Content {
  private Content() {}

  static boolean isText(Value value) {
    return isNothing(value)
        || value.size() > 0 && value.terms().stream().allMatch(t -> string(t) != null);
  }

  /** The text; null for nothing. */
  static @Nullable String text(Value value) {
    if (isNothing(value) || !isText(value)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (String term : value.terms()) {
      text.append(string(term));
    }
    return text.toString();
  }

  private static @Nullable String string(String term) {
    String leader = Value.argument(term, "leader");
    return leader == null
        ? Value.string(term)
        : switch (leader) {
          case "dotted" -> ". ";
          case "solid" -> "_";
          case "space" -> " ";
          default -> Value.string(leader);
        };
  }

  private static boolean isNothing(Value value) {
    return value.word().equals("none") || value.word().equals("normal");
  }
}
