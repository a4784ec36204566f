package offprint.style;

import org.jspecify.annotations.Nullable;

/** What {@code content} says of a pseudo-element: strings, one behind the other, or nothing. */
final class Content {
  private Content() {}

  static boolean isText(Value value) {
    return isNothing(value)
        || value.size() > 0 && value.terms().stream().allMatch(t -> Value.string(t) != null);
  }

  /** The text; null for nothing. */
  static @Nullable String text(Value value) {
    if (isNothing(value) || !isText(value)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (String term : value.terms()) {
      text.append(Value.string(term));
    }
    return text.toString();
  }

  private static boolean isNothing(Value value) {
    return value.word().equals("none") || value.word().equals("normal");
  }
}
