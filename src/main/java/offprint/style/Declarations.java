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
   * since any length may be in em; then the leading, for lengths in lh. Of what is decided nothing
   * changes again, so that a length is never of a size that a heavier declaration has overruled.
   */
  static void apply(List<Rule.Declaration> all, Computed to) {
    for (Rule.Declaration declaration : all) {
      if (declaration.isCustom()) {
        to.define(declaration.name(), declaration.text());
      }
    }
    pass(all, to, List.of("font", "font-size"), () -> {});
    double size = to.size;
    pass(all, to, List.of("font", "line-height"), () -> to.resize(size));
    double leading = to.leading;
    double factor = to.leadingFactor;
    pass(
        all,
        to,
        List.of(),
        () -> {
          to.size = size;
          to.leading = leading;
          to.leadingFactor = factor;
        });
  }

  /**
   * @param kept what is decided already, to be done again behind each declaration
   */
  private static void pass(
      List<Rule.Declaration> all, Computed to, List<String> only, Runnable kept) {
    for (Rule.Declaration declaration : all) {
      Property property = Property.of(declaration.name());
      Value value = value(declaration, to);
      boolean meant = only.isEmpty() || only.contains(declaration.name());
      if (property != null && value != null && meant) {
        property.apply(value, to);
        kept.run();
      }
    }
  }

  /** What it says once its custom properties are filled in; null where one is missing. */
  static @Nullable Value value(Rule.Declaration declaration, Computed of) {
    String text = Value.substitute(declaration.text(), of.variables);
    return text == null ? null : Value.of(text);
  }
}
