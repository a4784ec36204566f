package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import offprint.document.PageSize;
import org.jspecify.annotations.Nullable;

/** The properties of boxes: what surrounds them, how wide they are, where a page may end. */
final class BoxProperties {
  private static final String[] SIDES = {"top", "right", "bottom", "left"};

  private static final Map<String, Style.Break> BREAKS =
      Map.of(
          "auto", Style.Break.AUTO,
          "avoid", Style.Break.AVOID,
          "avoid-page", Style.Break.AVOID,
          "page", Style.Break.PAGE,
          "always", Style.Break.PAGE,
          "recto", Style.Break.RECTO,
          "right", Style.Break.RIGHT,
          "verso", Style.Break.VERSO,
          "left", Style.Break.LEFT);

  private BoxProperties() {}

  static List<Property> all() {
    List<Property> all = new ArrayList<>();
    edges(all, "margin", c -> c.margin, true);
    edges(all, "padding", c -> c.padding, false);
    borders(all);
    breaks(all);
    kind(all);
    content(all);
    return all;
  }

  /** Longhands and shorthands of four lengths; lines run from left to right. */
  private static void edges(
      List<Property> all, String name, Function<Computed, double[]> of, boolean mayBeNegative) {
    sides(
        all,
        name,
        "",
        (side, term, c) -> {
          Double points =
              term.equals("auto") && mayBeNegative
                  ? Double.valueOf(0)
                  : c.points(term, whole(side, c));
          if (points == null || points < 0 && !mayBeNegative) {
            return false;
          }
          of.apply(c)[side] = points;
          if (mayBeNegative) {
            c.autoMargin[side] = term.equals("auto");
          }
          return true;
        },
        (from, to, side) -> {
          of.apply(to)[side] = of.apply(from)[side];
          if (mayBeNegative) {
            to.autoMargin[side] = from.autoMargin[side];
          }
        });
  }

  // A page's margins may be shares of the trim (CSS Paged Media 3, section 6.1).
  private static @Nullable Double whole(int side, Computed c) {
    PageSize trim = c.trim;
    return trim == null ? null : Double.valueOf(side % 2 == 0 ? trim.height() : trim.width());
  }

  @FunctionalInterface
  private interface SideReader {
    boolean read(int side, String term, Computed to);
  }

  @FunctionalInterface
  private interface SideCopier {
    void copy(Computed from, Computed to, int side);
  }

  private static void sides(
      List<Property> all, String before, String behind, SideReader reader, SideCopier copier) {
    List<int[]> groups =
        List.of(
            new int[] {0},
            new int[] {1},
            new int[] {2},
            new int[] {3},
            new int[] {0, 1, 2, 3},
            new int[] {3, 1},
            new int[] {0, 2},
            new int[] {3},
            new int[] {1},
            new int[] {0},
            new int[] {2});
    List<String> names =
        List.of(
            "-top",
            "-right",
            "-bottom",
            "-left",
            "",
            "-inline",
            "-block",
            "-inline-start",
            "-inline-end",
            "-block-start",
            "-block-end");
    for (int i = 0; i < names.size(); i++) {
      int[] group = groups.get(i);
      all.add(
          new Property(
              before + names.get(i) + behind,
              false,
              (value, c) -> readSides(group, value, c, reader),
              (from, to) -> {
                for (int side : group) {
                  copier.copy(from, to, side);
                }
              }));
    }
  }

  // One value for all; two for block and inline; three leave the left as the right.
  private static boolean readSides(int[] group, Value value, Computed c, SideReader reader) {
    int size = value.size();
    if (size > group.length) {
      return false;
    }
    boolean understood = true;
    for (int i = 0; i < group.length; i++) {
      int which = i < size ? i : i == 3 && size > 1 ? 1 : 0;
      understood &= reader.read(group[i], value.word(which), c);
    }
    return understood;
  }

  private static void borders(List<Property> all) {
    SideReader width =
        (side, term, c) -> {
          Double points = borderWidth(term, c);
          c.borderWidth[side] = points == null ? c.borderWidth[side] : points;
          return points != null;
        };
    SideReader line =
        (side, term, c) -> {
          Boolean bordered = borderLine(term);
          c.bordered[side] = bordered == null ? c.bordered[side] : bordered;
          return bordered != null;
        };
    SideReader colour =
        (side, term, c) -> {
          Style.Colour own = Colours.of(term);
          c.borderColour[side] = own;
          return own != null || term.equals("currentcolor");
        };
    sides(all, "border", "-width", width, (a, b, s) -> b.borderWidth[s] = a.borderWidth[s]);
    sides(all, "border", "-style", line, (a, b, s) -> b.bordered[s] = a.bordered[s]);
    sides(all, "border", "-color", colour, (a, b, s) -> b.borderColour[s] = a.borderColour[s]);
    for (int i = 0; i < SIDES.length; i++) {
      int[] side = {i};
      all.add(border("border-" + SIDES[i], side));
    }
    all.add(border("border", new int[] {0, 1, 2, 3}));
    all.add(border("border-inline-start", new int[] {3}));
    all.add(border("border-inline-end", new int[] {1}));
    all.add(border("border-block-start", new int[] {0}));
    all.add(border("border-block-end", new int[] {2}));
  }

  private static Property border(String name, int[] sides) {
    return new Property(
        name,
        false,
        (value, c) -> readBorder(sides, value, c),
        (from, to) -> {
          for (int side : sides) {
            to.borderWidth[side] = from.borderWidth[side];
            to.bordered[side] = from.bordered[side];
            to.borderColour[side] = from.borderColour[side];
          }
        });
  }

  private static boolean readBorder(int[] sides, Value value, Computed c) {
    double width = Computed.INITIAL.borderWidth[0];
    boolean bordered = false;
    Style.Colour colour = null;
    for (String term : value.words()) {
      Double points = borderWidth(term, c);
      Boolean line = borderLine(term);
      Style.Colour own = Colours.of(term);
      if (points != null) {
        width = points;
      } else if (line != null) {
        bordered = line;
      } else if (own != null) {
        colour = own;
      } else if (!term.equals("currentcolor")) {
        return false;
      }
    }
    for (int side : sides) {
      c.borderWidth[side] = width;
      c.bordered[side] = bordered;
      c.borderColour[side] = colour;
    }
    return true;
  }

  private static @Nullable Double borderWidth(String term, Computed c) {
    return switch (term) {
      case "thin" -> 0.75;
      case "medium" -> 2.25;
      case "thick" -> 3.75;
      default -> {
        Double points = c.points(term);
        yield points == null || points < 0 ? null : points;
      }
    };
  }

  /** Whether there is a line; null for a kind of line that is not drawn here. */
  private static @Nullable Boolean borderLine(String term) {
    return switch (term) {
      case "none", "hidden" -> false;
      case "solid" -> true;
      default -> null;
    };
  }

  private static void breaks(List<Property> all) {
    // The old names, too (CSS Fragmentation 3, section 3.4).
    for (String prefix : List.of("", "page-")) {
      all.add(
          own(
              prefix + "break-before",
              Property.oneOf(BREAKS, (c, v) -> c.breakBefore = v),
              (a, b) -> b.breakBefore = a.breakBefore));
      all.add(
          own(
              prefix + "break-after",
              Property.oneOf(BREAKS, (c, v) -> c.breakAfter = v),
              (a, b) -> b.breakAfter = a.breakAfter));
      all.add(
          own(
              prefix + "break-inside",
              Property.oneOf(
                  Map.of(
                      "auto", Style.Break.AUTO,
                      "avoid", Style.Break.AVOID,
                      "avoid-page", Style.Break.AVOID),
                  (c, v) -> c.breakInside = v),
              (a, b) -> b.breakInside = a.breakInside));
    }
  }

  private static void kind(List<Property> all) {
    all.add(
        own(
            "display",
            Property.oneOf(
                Map.ofEntries(
                    Map.entry("inline", Style.Display.INLINE),
                    Map.entry("inline-block", Style.Display.INLINE),
                    Map.entry("block", Style.Display.BLOCK),
                    Map.entry("list-item", Style.Display.BLOCK),
                    Map.entry("flow-root", Style.Display.BLOCK),
                    Map.entry("table", Style.Display.BLOCK),
                    Map.entry("table-caption", Style.Display.BLOCK),
                    Map.entry("table-header-group", Style.Display.BLOCK),
                    Map.entry("table-row-group", Style.Display.BLOCK),
                    Map.entry("table-row", Style.Display.BLOCK),
                    Map.entry("table-cell", Style.Display.BLOCK),
                    Map.entry("run-in", Style.Display.RUN_IN),
                    Map.entry("none", Style.Display.NONE)),
                (c, v) -> c.display = v),
            (a, b) -> b.display = a.display));
    all.add(
        own(
            "float",
            Property.oneOf(Map.of("none", false, "footnote", true), (c, v) -> c.footnote = v),
            (a, b) -> b.footnote = a.footnote));
    all.add(
        own(
            "initial-letter",
            (value, c) -> {
              String lines = value.word().equals("normal") ? "1" : value.word();
              boolean understood = value.size() == 1 && lines.matches("[1-9]");
              c.initialLines = understood ? Integer.parseInt(lines) : c.initialLines;
              return understood;
            },
            (a, b) -> b.initialLines = a.initialLines));
    // How many words behind an initial are small capitals.
    all.add(
        own(
            "-offprint-lead-in",
            Property.countOrNone((c, n) -> c.leadIn = n),
            (a, b) -> b.leadIn = a.leadIn));
    all.add(own("width", BoxProperties::width, (a, b) -> b.width = a.width));
    all.add(
        own("background-color", BoxProperties::background, (a, b) -> b.background = a.background));
    all.add(own("background", BoxProperties::background, (a, b) -> b.background = a.background));
  }

  private static void content(List<Property> all) {
    all.add(own("string-set", BoxProperties::stringSet, (a, b) -> b.stringSet = a.stringSet));
  }

  private static Property own(
      String name, Property.Reader reader, BiConsumer<Computed, Computed> copier) {
    return new Property(name, false, reader, copier);
  }

  private static boolean width(Value value, Computed c) {
    if (value.word().equals("auto")) {
      c.width = null;
      return true;
    }
    Length length = value.size() == 1 ? Length.of(value.term(0)) : null;
    if (length == null || length.amount() < 0) {
      return false;
    }
    Double points = c.points(value);
    if (points == null && !length.isPercentage()) {
      return false;
    }
    c.width = new Style.Measure(points == null ? length.amount() : points, length.isPercentage());
    return true;
  }

  private static boolean background(Value value, Computed c) {
    String word = value.word();
    boolean none = word.equals("none") || word.equals("transparent");
    Style.Colour colour = value.size() == 1 ? Colours.of(value.term(0)) : null;
    if (colour == null && !none) {
      return false;
    }
    c.background = none ? null : colour;
    return true;
  }

  /** A name, and all the words of the element (CSS Generated Content for Paged Media 3, 1.1.1). */
  private static boolean stringSet(Value value, Computed c) {
    if (value.word().equals("none")) {
      c.stringSet = null;
      return true;
    }
    boolean wholeContent =
        value.size() == 2 && List.of("content()", "content(text)").contains(value.word(1));
    if (wholeContent) {
      c.stringSet = value.term(0);
    }
    return wholeContent;
  }
}
