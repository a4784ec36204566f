package offprint.style;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An {@code @page} rule.
 *
 * @param sides {@code :left}, {@code :right}, {@code :first}, all of which are to be true; none for
 *     every page
 * @param boxes declarations by margin box, in order
 */
record PageRule(
    List<String> sides,
    List<Rule.Declaration> declarations,
    Map<String, List<Rule.Declaration>> boxes,
    Media media) {
  PageRule {
    sides = List.copyOf(sides);
    declarations = List.copyOf(declarations);
  }

  /** {@code :first} weighs more than a side (CSS Paged Media 3, section 4.3). */
  int specificity() {
    return sides.stream().mapToInt(s -> s.equals(":first") ? Selector.CLASS : 1).sum();
  }

  boolean matches(PageStyle.@Nullable Side side, boolean first) {
    return sides.stream()
        .allMatch(
            s ->
                switch (s) {
                  case ":first" -> first;
                  case ":left" -> side == PageStyle.Side.VERSO;
                  case ":right" -> side == PageStyle.Side.RECTO;
                  default -> false;
                });
  }
}
