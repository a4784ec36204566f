package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The properties of the text: of what stands in a line, and of the paragraph. */
final class TextProperties {
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

  /** More is seen: as a share of the em. */
  private static final double MOST_SPACED = 0.02;

  private TextProperties() {}

  static List<Property> all() {
    List<Property> all = new ArrayList<>();
    line(all);
    paragraph(all);
    return all;
  }

  private static void line(List<Property> all) {
    all.add(
        Property.inherited(
            "letter-spacing",
            (v, c) -> {
              Double points = v.word().equals("normal") ? Double.valueOf(0) : c.points(v);
              c.letterSpacing = points == null ? c.letterSpacing : points;
              return points != null;
            },
            (a, b) -> b.letterSpacing = a.letterSpacing));
    all.add(
        Property.inherited(
            "text-transform",
            Property.oneOf(
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
        Property.inherited(
            "text-align",
            Property.oneOf(
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
        Property.inherited(
            "text-indent",
            (v, c) -> {
              Double points = c.points(v);
              c.indent = points == null ? c.indent : points;
              return points != null;
            },
            (a, b) -> b.indent = a.indent));
    all.add(
        Property.inherited(
            "hyphens",
            Property.oneOf(
                Map.of("auto", true, "manual", false, "none", false), (c, v) -> c.hyphens = v),
            (a, b) -> b.hyphens = a.hyphens));
    all.add(
        Property.inherited(
            "-offprint-glyph-stretch",
            share(MOST_STRETCHED, (c, share) -> c.glyphStretch = share),
            (a, b) -> b.glyphStretch = a.glyphStretch));
    all.add(
        Property.inherited(
            "-offprint-letter-spacing-stretch",
            share(MOST_SPACED, (c, share) -> c.spacingStretch = share),
            (a, b) -> b.spacingStretch = a.spacingStretch));
    all.add(
        Property.inherited(
            "-offprint-optical-margins",
            Property.oneOf(Map.of("auto", true, "none", false), (c, v) -> c.opticalMargins = v),
            (a, b) -> b.opticalMargins = a.opticalMargins));
    all.add(
        Property.inherited(
            "-offprint-lead-out",
            Property.oneOf(Map.of("auto", true, "none", false), (c, v) -> c.ledOut = v),
            (a, b) -> b.ledOut = a.ledOut));
    Property.Reader balance =
        Property.oneOf(
            Map.of("balance", true, "wrap", false, "auto", false, "pretty", false, "stable", false),
            (c, v) -> c.balanced = v);
    all.add(Property.inherited("text-wrap", balance, (a, b) -> b.balanced = a.balanced));
    all.add(Property.inherited("text-wrap-style", balance, (a, b) -> b.balanced = a.balanced));
    all.add(
        Property.inherited(
            "white-space",
            Property.oneOf(
                Map.of("normal", false, "pre", true, "pre-wrap", true, "break-spaces", true),
                (c, v) -> c.keepLines = v),
            (a, b) -> b.keepLines = a.keepLines));
    all.add(
        Property.inherited(
            "widows", Property.count((c, n) -> c.widows = n), (a, b) -> b.widows = a.widows));
    // None of CSS's own: every how many-th line has its number in the margin.
    all.add(
        Property.inherited(
            "-offprint-line-numbers",
            Property.countOrNone((c, n) -> c.lineNumbers = n),
            (a, b) -> b.lineNumbers = a.lineNumbers));
    all.add(
        Property.inherited(
            "orphans", Property.count((c, n) -> c.orphans = n), (a, b) -> b.orphans = a.orphans));
    BiConsumer<Computed, Computed> marker = (a, b) -> b.marker = a.marker;
    all.add(
        Property.inherited(
            "list-style-type",
            (v, c) -> {
              String mark = v.size() == 1 ? marker(v.term(0)) : null;
              c.marker = mark == null ? c.marker : mark;
              return mark != null;
            },
            marker));
    all.add(Property.inherited("list-style", TextProperties::listStyle, marker));
    all.add(
        Property.inherited(
            "list-style-position", (v, c) -> v.word().equals("outside"), (a, b) -> {}));
  }

  /** A percentage from 0 to a share. */
  private static Property.Reader share(double most, ObjDoubleConsumer<Computed> setter) {
    return (v, c) -> {
      Length length = v.size() == 1 ? Length.of(v.term(0)) : null;
      double share = length == null ? -1 : length.amount() / 100;
      boolean known =
          length != null
              && (length.isPercentage() || length.isNumber() && share == 0)
              && share >= 0
              && share <= most;
      if (known) {
        setter.accept(c, share);
      }
      return known;
    };
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
        : c.points(value);
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
