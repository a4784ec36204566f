package offprint.style;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays declarations over an element's values, the lightest first. */
final class Declarations {
  private Declarations() {}

  /** The same declarations in the same order, but the important ones behind all others. */
  static List<Rule.Declaration> weighed(List<Rule.Declaration> all) {
    List<Rule.Declaration> weighed = new ArrayList<>();
    all.stream().filter(d -> !d.important()).forEach(weighed::add);
    all.stream().filter(Rule.Declaration::important).forEach(weighed::add);
    return weighed;
  }

  /**
   * Applies all of them. Custom properties come first, since any value may name one; then the size,
   * since any length may be in em; then the leading, for lengths in lh.
   */
  static void apply(List<Rule.Declaration> all, Computed to) {
    for (Rule.Declaration declaration : all) {
      if (declaration.isCustom()) {
        to.define(declaration.name(), declaration.text());
      }
    }
    pass(all, to, List.of("font", "font-size"));
    pass(all, to, List.of("font", "font-size", "line-height"));
    pass(all, to, List.of());
  }

  private static void pass(List<Rule.Declaration> all, Computed to, List<String> only) {
    for (Rule.Declaration declaration : all) {
      Property property = Property.of(declaration.name());
      Value value = value(declaration, to);
      boolean meant = only.isEmpty() || only.contains(declaration.name());
      if (property != null && value != null && meant) {
        property.apply(value, to);
      }
    }
  }

  /** What it says once its custom properties are filled in; null where one is missing. */
  static @Nullable Value value(Rule.Declaration declaration, Computed of) {
    String text = Value.substitute(declaration.text(), of.variables);
    return text == null ? null : Value.of(text);
  }
}
