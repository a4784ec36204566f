package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Kind;

/** What a part is beside its neighbours: a minus between two terms, or before one. */
final class Neighbours {
  private Neighbours() {}

  /** The parts of a row, operators that have nothing to join made signs (The TeXbook, page 442). */
  static List<Part> settled(List<Part> parts) {
    List<Part> settled = new ArrayList<>(parts);
    int last = -1;
    for (int i = 0; i < settled.size(); i++) {
      if (settled.get(i) instanceof Part.Space) {
        continue;
      }
      Kind kind = Part.kind(settled.get(i));
      if (kind == Kind.BINARY && (last < 0 || !mayPrecede(Part.kind(settled.get(last))))) {
        settled.set(i, ordinary(settled.get(i)));
      } else if (last >= 0
          && Part.kind(settled.get(last)) == Kind.BINARY
          && (kind == Kind.RELATION || kind == Kind.CLOSING || kind == Kind.PUNCTUATION)) {
        settled.set(last, ordinary(settled.get(last)));
      }
      last = i;
    }
    if (last >= 0 && Part.kind(settled.get(last)) == Kind.BINARY) {
      settled.set(last, ordinary(settled.get(last)));
    }
    return settled;
  }

  private static boolean mayPrecede(Kind kind) {
    return switch (kind) {
      case ORDINARY, CLOSING, INNER -> true;
      case BINARY, OPERATOR, RELATION, OPENING, PUNCTUATION -> false;
    };
  }

  private static Part ordinary(Part part) {
    return switch (part) {
      case Part.Symbol symbol ->
          new Part.Symbol(symbol.shown(), symbol.written(), symbol.role(), Kind.ORDINARY);
      case Part.Scripts scripts ->
          new Part.Scripts(
              ordinary(scripts.base()), scripts.below(), scripts.above(), scripts.limits());
      default -> new Part.Classed(part, Kind.ORDINARY);
    };
  }
}
