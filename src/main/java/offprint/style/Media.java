package offprint.style;

import java.util.ArrayList;
import java.util.List;
import offprint.document.PageSize;

/**
 * The media that a rule is for: what all of the rules around it ask.
 *
 * @param conditions all of which are to be true
 */
record Media(List<Condition> conditions) {
  static final Media ALL = new Media(List.of());

  /** One {@code @media}: any of its queries is to be true. */
  record Condition(List<Query> queries) {
    Condition {
      queries = List.copyOf(queries);
    }
  }

  /**
   * @param medium {@code print}, {@code screen}, {@code all}
   * @param limits all of which are to be true of the trim
   */
  record Query(boolean not, String medium, List<Limit> limits) {
    Query {
      limits = List.copyOf(limits);
    }

    boolean matches(PageSize trim) {
      boolean matches =
          (medium.equals("print") || medium.equals("all"))
              && limits.stream().allMatch(limit -> limit.holds(trim));
      return matches != not;
    }
  }

  /**
   * @param feature such as {@code max-width}
   * @param points ignored for {@code orientation}
   */
  record Limit(String feature, double points) {
    // Lengths in other units are turned to points, which leaves a hair of difference.
    private static final double HAIR = 0.01;

    boolean holds(PageSize trim) {
      return switch (feature) {
        case "max-width" -> trim.width() <= points + HAIR;
        case "min-width" -> trim.width() >= points - HAIR;
        case "max-height" -> trim.height() <= points + HAIR;
        case "min-height" -> trim.height() >= points - HAIR;
        case "width" -> Math.abs(trim.width() - points) <= HAIR;
        case "height" -> Math.abs(trim.height() - points) <= HAIR;
        default -> false;
      };
    }

    static boolean isKnown(String feature) {
      return switch (feature) {
        case "max-width", "min-width", "max-height", "min-height", "width", "height" -> true;
        default -> false;
      };
    }
  }

  Media {
    conditions = List.copyOf(conditions);
  }

  Media and(Condition condition) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(condition);
    return new Media(all);
  }

  boolean matches(PageSize trim) {
    return conditions.stream()
        .allMatch(c -> c.queries().stream().anyMatch(query -> query.matches(trim)));
  }

  /** Whether some trim can make this true in print. */
  boolean isForPrint() {
    return conditions.stream().allMatch(c -> c.queries().stream().anyMatch(Media::isForPrint));
  }

  private static boolean isForPrint(Query query) {
    boolean named = query.medium().equals("print") || query.medium().equals("all");
    return named != query.not() || !query.limits().isEmpty() && query.not();
  }

  /** Whether this asks after the trim. */
  boolean asksForTrim() {
    return conditions.stream()
        .anyMatch(c -> c.queries().stream().anyMatch(query -> !query.limits().isEmpty()));
  }
}
