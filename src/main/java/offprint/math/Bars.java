package offprint.math;

import java.util.List;
import offprint.math.Part.Kind;

/** Finds the bar that ends what a bar begins, as around an absolute value. */
final class Bars {
  private Bars() {}

  /** The bar that a part is, scripts left out; empty where it is none. */
  static String sign(Part part) {
    String sign =
        switch (part) {
          case Part.Symbol symbol -> symbol.shown();
          case Part.Delimiter delimiter -> delimiter.sign();
          case Part.Scripts scripts -> sign(Bare.of(scripts.base()));
          default -> "";
        };
    return sign.equals("|") || sign.equals("‖") ? sign : "";
  }

  /**
   * Where what begins with the bar at a place ends; -1 where it is no such bar. Bars that are alike
   * on both sides are a pair where none or both of their kind stand there, with something between
   * them that neither a relation nor a comma parts: {@code |a| + |b|}, but not {@code P(A|B)} or
   * {@code a|b, c|d}.
   */
  static int end(List<Part> parts, int start) {
    Part first = parts.get(start);
    String bar = sign(first);
    if (bar.isEmpty() || first instanceof Part.Scripts || Part.kind(first) == Kind.CLOSING) {
      return -1;
    }
    boolean open = Part.kind(first) == Kind.OPENING;
    int depth = 0;
    for (int i = start + 1; i < parts.size(); i++) {
      Part part = parts.get(i);
      Kind kind = Part.kind(part);
      boolean isBar = sign(part).equals(bar);
      if (isBar && depth == 0 && (open ? kind == Kind.CLOSING : kind == Kind.ORDINARY)) {
        return i > start + 1 ? i : -1;
      }
      depth += kind == Kind.OPENING ? 1 : kind == Kind.CLOSING ? -1 : 0;
      if (depth < 0 || depth == 0 && !open && (kind == Kind.RELATION || kind == Kind.PUNCTUATION)) {
        return -1;
      }
    }
    return -1;
  }
}
