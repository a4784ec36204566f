package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Kind;
import offprint.math.Part.Limits;
import offprint.math.Part.Role;

/** Parts without what only the eye has: spaces, sizes, braces around one part. */
final class Bare {
  private Bare() {}

  /** A part as it is said. */
  static Part of(Part part) {
    return switch (part) {
      case Part.Smash smash -> of(smash.content());
      case Part.Levelled levelled -> of(levelled.content());
      case Part.Classed classed when classed.kind() != Kind.OPERATOR -> of(classed.content());
      case Part.Row row -> {
        List<Part> parts = new ArrayList<>(parts(row));
        parts.removeIf(Part.Space.class::isInstance);
        yield parts.size() == 1 ? of(parts.getFirst()) : parts.isEmpty() ? Part.Row.EMPTY : row;
      }
      default -> part;
    };
  }

  /** All that stands in a row, what groups hold too; of spaces only those that are pauses. */
  static List<Part> parts(Part part) {
    List<Part> parts = new ArrayList<>();
    collect(part, parts);
    for (int i = parts.size() - 2; i > 0; i--) {
      join(parts, i);
    }
    return parts;
  }

  // A comma in braces, which TeX gives no space, is within a number: 1{,}000.
  private static void join(List<Part> parts, int comma) {
    if (parts.get(comma) instanceof Part.Symbol sign
        && sign.shown().equals(",")
        && sign.kind() == Kind.ORDINARY
        && parts.get(comma - 1) instanceof Part.Symbol before
        && before.role() == Role.NUMBER
        && parts.get(comma + 1) instanceof Part.Symbol behind
        && behind.role() == Role.NUMBER) {
      String digits = before.written() + "," + behind.written();
      parts.subList(comma, comma + 2).clear();
      parts.set(comma - 1, new Part.Symbol(digits, digits, Role.NUMBER, Kind.ORDINARY));
    }
  }

  private static void collect(Part part, List<Part> parts) {
    switch (part) {
      case Part.Row row -> row.parts().forEach(inner -> collect(inner, parts));
      case Part.Smash smash -> collect(smash.content(), parts);
      case Part.Levelled levelled -> collect(levelled.content(), parts);
      case Part.Classed(Part.Symbol symbol, Kind kind) ->
          parts.add(new Part.Symbol(symbol.shown(), symbol.written(), symbol.role(), kind));
      case Part.Classed classed when classed.kind() != Kind.OPERATOR ->
          collect(classed.content(), parts);
      case Part.Phantom phantom -> {}
      case Part.Space space when space.quads() < 1 -> {}
      default -> parts.add(part);
    }
  }

  /** Whether it is one thing, after which nobody waits for more. */
  static boolean isSimple(Part part) {
    return switch (of(part)) {
      case Part.Symbol symbol -> true;
      case Part.Text text -> !text.words().strip().contains(" ");
      case Part.Accent accent -> accent.sign().length() == 1 && isSimple(accent.base());
      default -> false;
    };
  }

  /** Whether it is simple, or with a sign before it. */
  static boolean isSigned(Part part) {
    List<Part> parts = parts(of(part));
    return parts.size() == 2
        && parts.getFirst() instanceof Part.Symbol sign
        && "+−±∓".contains(sign.shown())
        && isSimple(parts.getLast())
        && !isSign(parts.getLast());
  }

  static boolean isSign(Part part) {
    return of(part) instanceof Part.Symbol symbol && symbol.role() == Role.SIGN;
  }

  /** Whether what is above and below it are its limits. */
  static boolean isLimited(Part.Scripts scripts) {
    Part base = of(scripts.base());
    return base instanceof Part.Operator
        || base instanceof Part.Name name && name.limits()
        || base instanceof Part.Classed && scripts.limits() != Limits.NEVER;
  }
}
