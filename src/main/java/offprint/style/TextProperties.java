package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The properties of type: the face, the features, the line, the paragraph. */
final class TextProperties {
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

  private static final Map<String, List<String>> CAPITALS =
      Map.of(
          "normal", List.of(),
          "small-caps", List.of("smcp"),
          "all-small-caps", List.of("smcp", "c2sc"),
          "petite-caps", List.of("pcap"),
          "all-petite-caps", List.of("pcap", "c2pc"),
          "unicase", List.of("unic"),
          "titling-caps", List.of("titl"));

  private static final Map<String, String> FIGURES =
      Map.of(
          "oldstyle-nums", "onum",
          "lining-nums", "lnum",
          "tabular-nums", "tnum",
          "proportional-nums", "pnum",
          "diagonal-fractions", "frac",
          "stacked-fractions", "afrc",
          "ordinal", "ordn",
          "slashed-zero", "zero");

  private static final Map<String, List<String>> LIGATURES =
      Map.of(
          "normal", List.of(),
          "none", List.of("liga=0", "clig=0", "dlig=0", "hlig=0", "calt=0"),
          "common-ligatures", List.of("liga", "clig"),
          "no-common-ligatures", List.of("liga=0", "clig=0"),
          "discretionary-ligatures", List.of("dlig"),
          "no-discretionary-ligatures", List.of("dlig=0"),
          "historical-ligatures", List.of("hlig"),
          "no-historical-ligatures", List.of("hlig=0"),
          "contextual", List.of("calt"),
          "no-contextual", List.of("calt=0"));

  private static final List<String> MARKERS =
      List.of(
          "disc",
          "circle",
          "square",
          "decimal",
          "lower-alpha",
          "upper-alpha",
          "lower-roman",
          "upper-roman",
          "none");

  /** More is seen: as a share of a glyph's width. */
  private static final double MOST_STRETCHED = 0.03;

  private TextProperties() {}

  static List<Property> all() {
    List<Property> all = new ArrayList<>();
    face(all);
    features(all);
    line(all);
    paragraph(all);
    return all;
  }

  private static void face(List<Property> all) {
    all.add(inherited("font-family", TextProperties::families, (a, b) -> b.families = a.families));
    all.add(inherited("font-size", TextProperties::size, (a, b) -> b.resize(a.size)));
    all.add(
        inherited(
            "font-weight",
            (v, c) -> {
              Integer weight = weight(v.word(), c.parent);
              c.weight = weight == null ? c.weight : weight;
              return weight != null;
            },
            (a, b) -> b.weight = a.weight));
    all.add(
        inherited(
            "font-style",
            oneOf(Map.of("normal", false, "italic", true, "oblique", true), (c, v) -> c.italic = v),
            (a, b) -> b.italic = a.italic));
    all.add(inherited("line-height", TextProperties::leading, TextProperties::copyLeading));
    all.add(
        inherited(
            "font",
            TextProperties::font,
            (a, b) -> {
              b.families = a.families;
              b.weight = a.weight;
              b.italic = a.italic;
              b.capitals = a.capitals;
              b.size = a.size;
              copyLeading(a, b);
            }));
    all.add(
        inherited(
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
  }

  private static void features(List<Property> all) {
    BiConsumer<Computed, Computed> capitals = (a, b) -> b.capitals = a.capitals;
    Property.Reader capitalsReader = oneOf(CAPITALS, (c, v) -> c.capitals = v);
    all.add(inherited("font-variant-caps", capitalsReader, capitals));
    all.add(
        inherited(
            "font-variant-numeric",
            (v, c) -> {
              List<String> tags = v.word().equals("normal") ? List.of() : tags(v, figures());
              c.figures = tags == null ? c.figures : tags;
              return tags != null;
            },
            (a, b) -> b.figures = a.figures));
    all.add(
        inherited(
            "font-variant-ligatures",
            (v, c) -> {
              List<String> tags = tags(v, LIGATURES);
              c.ligatures = tags == null ? c.ligatures : tags;
              return tags != null;
            },
            (a, b) -> b.ligatures = a.ligatures));
    all.add(
        inherited(
            "font-variant",
            TextProperties::variant,
            (a, b) -> {
              b.capitals = a.capitals;
              b.figures = a.figures;
              b.ligatures = a.ligatures;
            }));
    all.add(
        inherited(
            "font-kerning",
            oneOf(
                Map.of(
                    "auto",
                    List.<String>of(),
                    "normal",
                    List.of("kern"),
                    "none",
                    List.of("kern=0")),
                (c, v) -> c.kerning = v),
            (a, b) -> b.kerning = a.kerning));
    all.add(
        inherited(
            "font-feature-settings",
            (v, c) -> {
              List<String> tags = v.word().equals("normal") ? List.of() : settings(v);
              c.furtherFeatures = tags == null ? c.furtherFeatures : tags;
              return tags != null;
            },
            (a, b) -> b.furtherFeatures = a.furtherFeatures));
  }

  private static void line(List<Property> all) {
    all.add(
        inherited(
            "letter-spacing",
            (v, c) -> {
              Double points = v.word().equals("normal") ? Double.valueOf(0) : points(v, c);
              c.letterSpacing = points == null ? c.letterSpacing : points;
              return points != null;
            },
            (a, b) -> b.letterSpacing = a.letterSpacing));
    all.add(
        inherited(
            "text-transform",
            oneOf(
                Map.of(
                    "none", Style.Transform.NONE,
                    "uppercase", Style.Transform.UPPERCASE,
                    "lowercase", Style.Transform.LOWERCASE),
                (c, v) -> c.transform = v),
            (a, b) -> b.transform = a.transform));
    Property.Reader decoration =
        (v, c) -> {
          if (!List.of("none", "underline", "line-through").containsAll(v.words())) {
            return false;
          }
          c.underlined = v.words().contains("underline");
          c.struck = v.words().contains("line-through");
          return true;
        };
    BiConsumer<Computed, Computed> decorationCopy =
        (a, b) -> {
          b.underlined = a.underlined;
          b.struck = a.struck;
        };
    all.add(new Property("text-decoration", false, decoration, decorationCopy));
    all.add(new Property("text-decoration-line", false, decoration, decorationCopy));
    all.add(new Property("vertical-align", false, TextProperties::rise, (a, b) -> b.rise = a.rise));
  }

  private static void paragraph(List<Property> all) {
    all.add(
        inherited(
            "text-align",
            oneOf(
                Map.of(
                    "left", Style.Align.LEFT,
                    "start", Style.Align.LEFT,
                    "right", Style.Align.RIGHT,
                    "end", Style.Align.RIGHT,
                    "center", Style.Align.CENTER,
                    "justify", Style.Align.JUSTIFY),
                (c, v) -> c.align = v),
            (a, b) -> b.align = a.align));
    all.add(
        inherited(
            "text-indent",
            (v, c) -> {
              Double points = points(v, c);
              c.indent = points == null ? c.indent : points;
              return points != null;
            },
            (a, b) -> b.indent = a.indent));
    all.add(
        inherited(
            "hyphens",
            oneOf(Map.of("auto", true, "manual", false, "none", false), (c, v) -> c.hyphens = v),
            (a, b) -> b.hyphens = a.hyphens));
    all.add(
        inherited(
            "-offprint-glyph-stretch",
            (v, c) -> {
              Length length = v.size() == 1 ? Length.of(v.term(0)) : null;
              double share = length == null ? -1 : length.amount() / 100;
              boolean known =
                  length != null
                      && (length.isPercentage() || length.isNumber() && share == 0)
                      && share >= 0
                      && share <= MOST_STRETCHED;
              c.glyphStretch = known ? share : c.glyphStretch;
              return known;
            },
            (a, b) -> b.glyphStretch = a.glyphStretch));
    all.add(
        inherited(
            "-offprint-optical-margins",
            oneOf(Map.of("auto", true, "none", false), (c, v) -> c.opticalMargins = v),
            (a, b) -> b.opticalMargins = a.opticalMargins));
    Property.Reader balance =
        oneOf(
            Map.of("balance", true, "wrap", false, "auto", false, "pretty", false, "stable", false),
            (c, v) -> c.balanced = v);
    all.add(inherited("text-wrap", balance, (a, b) -> b.balanced = a.balanced));
    all.add(inherited("text-wrap-style", balance, (a, b) -> b.balanced = a.balanced));
    all.add(
        inherited(
            "white-space",
            oneOf(
                Map.of("normal", false, "pre", true, "pre-wrap", true, "break-spaces", true),
                (c, v) -> c.keepLines = v),
            (a, b) -> b.keepLines = a.keepLines));
    all.add(inherited("widows", count((c, n) -> c.widows = n), (a, b) -> b.widows = a.widows));
    // None of CSS's own: every how many-th line has its number in the margin.
    all.add(
        inherited(
            "-offprint-line-numbers",
            (v, c) -> {
              if (!v.word().equals("none")) {
                return count((counted, n) -> counted.lineNumbers = n).read(v, c);
              }
              c.lineNumbers = 0;
              return true;
            },
            (a, b) -> b.lineNumbers = a.lineNumbers));
    all.add(inherited("orphans", count((c, n) -> c.orphans = n), (a, b) -> b.orphans = a.orphans));
    BiConsumer<Computed, Computed> marker = (a, b) -> b.marker = a.marker;
    all.add(
        inherited(
            "list-style-type",
            (v, c) -> {
              String mark = v.size() == 1 ? marker(v.term(0)) : null;
              c.marker = mark == null ? c.marker : mark;
              return mark != null;
            },
            marker));
    all.add(inherited("list-style", TextProperties::listStyle, marker));
    all.add(inherited("list-style-position", (v, c) -> v.word().equals("outside"), (a, b) -> {}));
  }

  private static Property inherited(
      String name, Property.Reader reader, BiConsumer<Computed, Computed> copier) {
    return new Property(name, true, reader, copier);
  }

  /** Reads one of the words. */
  static <T> Property.Reader oneOf(Map<String, T> words, BiConsumer<Computed, T> into) {
    return (value, c) -> {
      T meant = words.get(value.word());
      if (meant == null) {
        return false;
      }
      into.accept(c, meant);
      return true;
    };
  }

  private static Property.Reader count(BiConsumer<Computed, Integer> into) {
    return (value, c) -> {
      if (!value.word().matches("[1-9]\\d{0,3}")) {
        return false;
      }
      into.accept(c, Integer.valueOf(value.word()));
      return true;
    };
  }

  /** The one length that a value says, in points; null where it says none. */
  static @Nullable Double points(Value value, Computed c) {
    return value.size() == 1 ? points(value.term(0), c) : null;
  }

  static @Nullable Double points(String term, Computed c) {
    return points(term, c, null);
  }

  /**
   * A length, or a sum of lengths in {@code calc()} (CSS Values 4, section 10), in points.
   *
   * @param whole what per cent are of, in points; null where they are no length
   */
  static @Nullable Double points(String term, Computed c, @Nullable Double whole) {
    String sum = Value.argument(term, "calc");
    if (sum != null) {
      return sum(Value.of(sum), c, whole);
    }
    Length length = Length.of(term);
    if (length != null && length.isPercentage() && whole != null) {
      return length.amount() * whole / 100;
    }
    return length == null ? null : length.points(c.size, c.rootSize(), c.leading);
  }

  private static @Nullable Double sum(Value sum, Computed c, @Nullable Double whole) {
    double total = 0;
    for (int i = 0; i < sum.size(); i += 2) {
      Double points = points(sum.term(i), c, whole);
      String sign = i == 0 ? "+" : sum.term(i - 1);
      if (points == null || !sign.equals("+") && !sign.equals("-")) {
        return null;
      }
      total += sign.equals("+") ? points : -points;
    }
    return sum.size() % 2 == 1 ? Double.valueOf(total) : null;
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

  private static Map<String, List<String>> figures() {
    Map<String, List<String>> figures = new java.util.TreeMap<>();
    FIGURES.forEach((word, tag) -> figures.put(word, List.of(tag)));
    return figures;
  }

  private static @Nullable List<String> tags(Value value, Map<String, List<String>> words) {
    List<String> tags = new ArrayList<>();
    for (String word : value.words()) {
      List<String> meant = words.get(word);
      if (meant == null) {
        return null;
      }
      tags.addAll(meant);
    }
    return tags;
  }

  private static boolean variant(Value value, Computed c) {
    List<String> capitals = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    List<String> ligatures = new ArrayList<>();
    for (String word : value.words()) {
      if (FIGURES.containsKey(word)) {
        figures.add(FIGURES.getOrDefault(word, ""));
      } else if (CAPITALS.containsKey(word)) {
        capitals.addAll(CAPITALS.getOrDefault(word, List.of()));
      } else if (LIGATURES.containsKey(word)) {
        ligatures.addAll(LIGATURES.getOrDefault(word, List.of()));
      } else {
        return false;
      }
    }
    c.capitals = capitals;
    c.figures = figures;
    c.ligatures = ligatures;
    return true;
  }

  private static @Nullable List<String> settings(Value value) {
    List<String> tags = new ArrayList<>();
    for (Value part : value.parts()) {
      String tag = part.size() == 0 ? null : Value.string(part.term(0));
      if (tag == null || !tag.matches("[ -~]{4}") || part.size() > 2) {
        return null;
      }
      String state = part.size() == 1 ? "on" : part.word(1);
      switch (state) {
        case "on", "1" -> tags.add(tag);
        case "off" -> tags.add(tag + "=0");
        default -> {
          if (!state.matches("\\d{1,3}")) {
            return null;
          }
          tags.add(tag + "=" + state);
        }
      }
    }
    return tags;
  }

  // A third of the size up and a fifth down, as browsers do.
  private static boolean rise(Value value, Computed c) {
    Double rise =
        switch (value.word()) {
          case "baseline", "top", "middle", "bottom", "text-top", "text-bottom" -> 0.0;
          case "super" -> c.parentSize() / 3;
          case "sub" -> -c.parentSize() / 5;
          default -> shareOfLeading(value, c);
        };
    if (rise == null) {
      return false;
    }
    c.rise = rise;
    return true;
  }

  private static @Nullable Double shareOfLeading(Value value, Computed c) {
    Length length = value.size() == 1 ? Length.of(value.term(0)) : null;
    return length != null && length.isPercentage()
        ? Double.valueOf(c.leading * length.amount() / 100)
        : points(value, c);
  }

  private static @Nullable String marker(String term) {
    String text = Value.string(term);
    if (text != null) {
      return '"' + text + '"';
    }
    String word = term.toLowerCase(java.util.Locale.ROOT);
    word =
        word.equals("lower-latin")
            ? "lower-alpha"
            : word.equals("upper-latin") ? "upper-alpha" : word;
    return MARKERS.contains(word) ? word : null;
  }

  private static boolean listStyle(Value value, Computed c) {
    String mark = "disc";
    for (String term : value.terms()) {
      String meant = marker(term);
      if (meant != null) {
        mark = meant;
      } else if (!term.equalsIgnoreCase("outside")) {
        return false;
      }
    }
    c.marker = mark;
    return true;
  }
}
