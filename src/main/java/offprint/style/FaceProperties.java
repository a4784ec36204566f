package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that choose a face: its family, weight and slope, its size and leading, its
 * colour.
 */
final class FaceProperties {
  // CSS Fonts 4, section 2.5: medium is 12 pt here, as it is in print everywhere.
  private static final Map<String, Double> SIZES =
      Map.of(
          "xx-small",
          12 * 0.6,
          "x-small",
          12 * 0.75,
          "small",
          12 * 8 / 9.0,
          "medium",
          12.0,
          "large",
          12 * 1.2,
          "x-large",
          12 * 1.5,
          "xx-large",
          24.0,
          "xxx-large",
          36.0);

  private FaceProperties() {}

  static List<Property> all() {
    List<Property> all = new ArrayList<>();
    all.add(
        Property.inherited(
            "font-family", FaceProperties::families, (a, b) -> b.families = a.families));
    all.add(Property.inherited("font-size", FaceProperties::size, (a, b) -> b.resize(a.size)));
    all.add(
        Property.inherited(
            "font-weight",
            (v, c) -> {
              Integer weight = weight(v.word(), c.parent);
              c.weight = weight == null ? c.weight : weight;
              return weight != null;
            },
            (a, b) -> b.weight = a.weight));
    all.add(
        Property.inherited(
            "font-style",
            Property.oneOf(
                Map.of("normal", false, "italic", true, "oblique", true), (c, v) -> c.italic = v),
            (a, b) -> b.italic = a.italic));
    all.add(
        Property.inherited("line-height", FaceProperties::leading, FaceProperties::copyLeading));
    all.add(
        Property.inherited(
            "font",
            FaceProperties::font,
            (a, b) -> {
              b.families = a.families;
              b.weight = a.weight;
              b.italic = a.italic;
              b.capitals = a.capitals;
              b.size = a.size;
              copyLeading(a, b);
            }));
    all.add(
        Property.inherited(
            "color",
            (v, c) -> {
              Style.Colour colour =
                  v.word().equals("currentcolor")
                      ? c.colour
                      : v.size() == 1 ? Colours.of(v.term(0)) : null;
              c.colour = colour == null ? c.colour : colour;
              return colour != null;
            },
            (a, b) -> b.colour = a.colour));
    return all;
  }

  private static boolean families(Value value, Computed c) {
    List<String> families = new ArrayList<>();
    for (Value part : value.parts()) {
      if (part.size() == 0) {
        return false;
      }
      String quoted = Value.string(part.term(0));
      if (quoted != null && part.size() > 1) {
        return false;
      }
      families.add(quoted == null ? String.join(" ", part.terms()) : quoted);
    }
    c.families = families;
    return true;
  }

  private static boolean size(Value value, Computed c) {
    Double size = value.size() == 1 ? size(value.word(0), c) : null;
    if (size == null) {
      return false;
    }
    c.resize(size);
    return true;
  }

  private static @Nullable Double size(String word, Computed c) {
    Double named = SIZES.get(word);
    if (named != null) {
      return named;
    }
    double around = c.parentSize();
    if (word.equals("smaller") || word.equals("larger")) {
      return word.equals("smaller") ? around / 1.2 : around * 1.2;
    }
    Length length = Length.of(word);
    if (length == null || length.amount() <= 0) {
      return null;
    }
    if (length.isPercentage()) {
      return around * length.amount() / 100;
    }
    // A root's own rem is of what no sheet has said (CSS Values 4, section 6.1.1.2).
    double root = c.parent == null ? Computed.INITIAL.size : c.rootSize();
    return length.points(around, root, c.parent == null ? c.leading : c.parent.leading);
  }

  private static @Nullable Integer weight(String word, @Nullable Computed parent) {
    int around = parent == null ? 400 : parent.weight;
    return switch (word) {
      case "normal" -> 400;
      case "bold" -> 700;
      // CSS Fonts 4, section 2.2.1
      case "bolder" -> around < 350 ? 400 : around < 550 ? 700 : 900;
      case "lighter" -> around < 550 ? 100 : around < 750 ? 400 : 700;
      default -> word.matches("[1-9]\\d{0,2}|1000") ? Integer.valueOf(word) : null;
    };
  }

  private static boolean leading(Value value, Computed c) {
    return value.size() == 1 && leading(value.word(0), c);
  }

  private static boolean leading(String word, Computed c) {
    if (word.equals("normal")) {
      return leadingOf(c, Computed.NORMAL_LEADING);
    }
    Length length = Length.of(word);
    if (length == null || length.amount() < 0) {
      return false;
    }
    if (length.isNumber() && length.amount() > 0) {
      return leadingOf(c, length.amount());
    }
    double around = c.parent == null ? c.leading : c.parent.leading;
    Double points =
        length.isPercentage()
            ? Double.valueOf(c.size * length.amount() / 100)
            : length.points(c.size, c.rootSize(), around);
    if (points == null) {
      return false;
    }
    c.leadingFactor = 0;
    c.leading = points;
    return true;
  }

  private static boolean leadingOf(Computed c, double factor) {
    c.leadingFactor = factor;
    c.leading = factor * c.size;
    return true;
  }

  private static void copyLeading(Computed from, Computed to) {
    to.leadingFactor = from.leadingFactor;
    to.leading = from.leadingFactor > 0 ? from.leadingFactor * to.size : from.leading;
  }

  /** {@code [style || small-caps || weight]? size [/ line-height]? families}. */
  private static boolean font(Value value, Computed c) {
    boolean italic = false;
    int weight = 400;
    List<String> capitals = List.of();
    int i = 0;
    for (; i < value.size() && size(value.word(i), c) == null || isWeight(value, i); i++) {
      String word = value.word(i);
      Integer heavy = weight(word, c.parent);
      if (word.equals("italic") || word.equals("oblique")) {
        italic = true;
      } else if (word.equals("small-caps")) {
        capitals = List.of("smcp");
      } else if (heavy != null) {
        weight = word.equals("normal") ? weight : heavy;
      } else {
        return false;
      }
    }
    Double size = i < value.size() ? size(value.word(i), c) : null;
    boolean hasLeading = i + 2 < value.size() && value.term(i + 1).equals("/");
    Value families =
        new Value(
            value.terms().subList(Math.min(i + (hasLeading ? 3 : 1), value.size()), value.size()));
    if (size == null || families.size() == 0) {
      return false;
    }
    c.resize(size);
    if (!leading(hasLeading ? value.word(i + 2) : "normal", c) || !families(families, c)) {
      return false;
    }
    c.italic = italic;
    c.weight = weight;
    c.capitals = capitals;
    return true;
  }

  private static boolean isWeight(Value value, int index) {
    return index < value.size() && value.term(index).matches("[1-9]\\d{0,2}|1000");
  }
}
