package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import offprint.document.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * An element's values while they are being computed, with what children inherit and {@link Style}
 * does not tell. Once {@link #style} was asked for nothing changes any more.
 */
final class Computed {
  /** {@code line-height: normal}, as a multiple of the size. */
  static final double NORMAL_LEADING = 1.2;

  /** What no sheet has said anything about. */
  static final Computed INITIAL = new Computed(null);

  final @Nullable Computed parent;

  // inherited
  List<String> families = List.of("serif");
  double size = 12;
  int weight = 400;
  boolean italic;

  /** A multiple of the size; 0 where {@link #leading} is a length of its own. */
  double leadingFactor = NORMAL_LEADING;

  double leading = size * NORMAL_LEADING;
  Style.Colour colour = Style.Colour.BLACK;
  List<String> capitals = List.of();
  List<String> figures = List.of();
  List<String> ligatures = List.of();
  List<String> kerning = List.of();
  List<String> furtherFeatures = List.of();
  double letterSpacing;
  double glyphStretch;
  double spacingStretch;
  boolean opticalMargins;
  boolean ledOut = true;
  Style.Transform transform = Style.Transform.NONE;
  Style.Align align = Style.Align.LEFT;
  double indent;
  boolean hyphens;
  boolean balanced;
  boolean keepLines;
  int widows = 2;
  int orphans = 2;
  int lineNumbers;
  String marker = "disc";
  Map<String, String> variables = new TreeMap<>();

  // an element's own
  double rise;
  boolean underlined;
  boolean struck;
  Style.@Nullable Colour background;
  Style.Display display = Style.Display.INLINE;
  boolean footnote;

  /** Top, right, bottom, left, as everything that has four sides here. */
  final double[] margin = new double[4];

  /** Which margins are {@code auto}; each is 0 where nothing makes use of that. */
  final boolean[] autoMargin = new boolean[4];

  final double[] padding = new double[4];
  final double[] borderWidth = {2.25, 2.25, 2.25, 2.25};
  final boolean[] bordered = new boolean[4];

  /** Null is the element's own colour. */
  final Style.@Nullable Colour[] borderColour = new Style.Colour[4];

  Style.@Nullable Measure width;
  Style.Break breakBefore = Style.Break.AUTO;
  Style.Break breakAfter = Style.Break.AUTO;
  Style.Break breakInside = Style.Break.AUTO;
  @Nullable String stringSet;
  int initialLines = 1;
  int leadIn;
  @Nullable Initial initial;
  @Nullable String before;
  @Nullable String after;

  /** Of a page; null for what stands on one. */
  @Nullable PageSize trim;

  private @Nullable Style style;

  /** With what is inherited from the parent, and everything else as no sheet has said. */
  Computed(@Nullable Computed parent) {
    this.parent = parent;
    if (parent != null) {
      for (Property property : Property.inherited()) {
        property.copy(parent, this);
      }
      variables = parent.variables;
    }
  }

  /** The parent's size, of which a size in em is. */
  double parentSize() {
    return parent == null ? INITIAL.size : parent.size;
  }

  /** The size of {@code html}, for rem. */
  double rootSize() {
    Computed root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    return root.size;
  }

  void resize(double size) {
    this.size = size;
    if (leadingFactor > 0) {
      leading = leadingFactor * size;
    }
  }

  /** The one length that a value says, in points; null where it says none. */
  @Nullable Double points(Value value) {
    return value.size() == 1 ? points(value.term(0)) : null;
  }

  @Nullable Double points(String term) {
    return points(term, null);
  }

  /**
   * A length, or a sum of lengths in {@code calc()} (CSS Values 4, section 10), in points.
   *
   * @param whole what per cent are of, in points; null where they are no length
   */
  @Nullable Double points(String term, @Nullable Double whole) {
    String sum = Value.argument(term, "calc");
    if (sum != null) {
      return sum(Value.of(sum), whole);
    }
    Length length = Length.of(term);
    if (length != null && length.isPercentage() && whole != null) {
      return length.amount() * whole / 100;
    }
    return length == null ? null : length.points(size, rootSize(), leading);
  }

  private @Nullable Double sum(Value sum, @Nullable Double whole) {
    double total = 0;
    for (int i = 0; i < sum.size(); i += 2) {
      Double points = points(sum.term(i), whole);
      String sign = i == 0 ? "+" : sum.term(i - 1);
      if (points == null || !sign.equals("+") && !sign.equals("-")) {
        return null;
      }
      total += sign.equals("+") ? points : -points;
    }
    return sum.size() % 2 == 1 ? Double.valueOf(total) : null;
  }

  void define(String name, String text) {
    if (parent == null || variables == parent.variables) {
      variables = new TreeMap<>(variables);
    }
    variables.put(name, text);
  }

  Style style() {
    if (style == null) {
      style = toStyle();
    }
    return style;
  }

  private Style toStyle() {
    // What an inline box does to all of its words is told on every inline inside it: the
    // typesetter asks the innermost element alone.
    Style around =
        display == Style.Display.INLINE
                && parent != null
                && parent.display == Style.Display.INLINE
                && parent.parent != null
            ? parent.style()
            : null;
    return new Style(
        families,
        size,
        weight,
        italic,
        leading,
        colour,
        features(),
        letterSpacing,
        glyphStretch,
        spacingStretch,
        opticalMargins,
        ledOut,
        transform,
        align,
        indent,
        hyphens,
        balanced,
        around == null ? rise : around.rise() + rise,
        underlined || around != null && around.underlined(),
        struck || around != null && around.struck(),
        keepLines,
        background == null && around != null ? around.background() : background,
        display,
        footnote,
        edges(margin),
        edges(padding),
        new Style.Borders(border(0), border(1), border(2), border(3)),
        width,
        widows,
        orphans,
        lineNumbers,
        breakBefore,
        breakAfter,
        breakInside,
        marker,
        stringSet,
        before,
        after);
  }

  private List<String> features() {
    List<String> features = new ArrayList<>();
    features.addAll(kerning);
    features.addAll(ligatures);
    features.addAll(capitals);
    features.addAll(figures);
    features.addAll(furtherFeatures);
    return features;
  }

  private static Style.Edges edges(double[] sides) {
    return new Style.Edges(sides[0], sides[1], sides[2], sides[3]);
  }

  private Style.Border border(int side) {
    if (!bordered[side] || borderWidth[side] == 0) {
      return Style.Border.NONE;
    }
    Style.Colour own = borderColour[side];
    return new Style.Border(borderWidth[side], own == null ? colour : own);
  }
}
