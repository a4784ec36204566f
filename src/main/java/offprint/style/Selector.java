package offprint.style;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selector (Selectors 4): compounds from the outermost to the one that names the element.
 *
 * @param steps at least one
 * @param part the pseudo-element that is meant; null for the element itself
 * @param specificity a thousand times a thousand for each id, a thousand for each class, one for
 *     each name
 * @param asksForId whether ids tell elements apart
 */
record Selector(List<Step> steps, @Nullable Part part, int specificity, boolean asksForId) {
  static final int ID = 1_000_000;
  static final int CLASS = 1_000;
  static final int NAME = 1;

  /** What a step is to the one before it. */
  enum Combinator {
    /** The outermost step. */
    NONE,
    DESCENDANT,
    CHILD,
    NEXT,
    LATER
  }

  enum Part {
    BEFORE,
    AFTER,
    MARKER,
    FIRST_LETTER
  }

  /** What is to be true of one element by itself. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Tag tag, @Nullable String id, boolean first);
  }

  /** A compound selector. */
  record Step(Combinator combinator, List<Condition> conditions) {
    Step {
      conditions = List.copyOf(conditions);
    }

    boolean holds(Tag tag, @Nullable String id, boolean first) {
      for (Condition condition : conditions) {
        if (!condition.holds(tag, id, first)) {
          return false;
        }
      }
      return true;
    }
  }

  Selector {
    steps = List.copyOf(steps);
  }
}
