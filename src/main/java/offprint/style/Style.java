package offprint.style;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The computed style of one element, in print: what a typesetter sets it by. Lengths are in points,
 * resolved against the element's own size; a percentage of the measure is in {@link Measure}.
 *
 * @param families in order of preference, as the sheet names them; generic names last
 * @param size of the type
 * @param weight 100 to 900
 * @param leading baseline to baseline
 * @param features OpenType features besides the face's defaults, such as {@code smcp} or {@code
 *     liga=0}, in order
 * @param letterSpacing added after each glyph
 * @param glyphStretch how much wider or narrower glyphs may be set so that a justified line comes
 *     out, as a share of their width
 * @param spacingStretch how much further from each other or nearer letters may be set for that, as
 *     a share of the size
 * @param opticalMargins whether points, hyphens and the like hang in the margins of justified lines
 * @param ledOut whether the space between blocks may grow, so that pages end where others do; the
 *     body's counts
 * @param indent of the first line; negative hangs it
 * @param hyphens whether words may be divided
 * @param rise of the baseline: above 0 for {@code super}, below for {@code sub}
 * @param keepLines that line ends and blanks of the text are kept ({@code white-space: pre-wrap})
 * @param lineNumbers every how many-th line has its number in the margin; 0 for none
 * @param marker what a list item's mark is: {@code disc}, {@code dash}, {@code circle}, {@code
 *     square}, {@code decimal}, {@code lower-alpha}, {@code lower-roman}, {@code upper-alpha},
 *     {@code upper-roman}, {@code none}; or a string in quotes
 * @param stringSet the name under which furniture finds the element's words; null for none
 * @param before the content of {@code ::before}, as text; null for none
 * @param after the content of {@code ::after}
 */
public record Style(
    List<String> families,
    double size,
    int weight,
    boolean italic,
    double leading,
    Colour colour,
    List<String> features,
    double letterSpacing,
    double glyphStretch,
    double spacingStretch,
    boolean opticalMargins,
    boolean ledOut,
    Transform transform,
    Align align,
    double indent,
    boolean hyphens,
    boolean balanced,
    double rise,
    boolean underlined,
    boolean struck,
    boolean keepLines,
    @Nullable Colour background,
    Display display,
    boolean footnote,
    Edges margin,
    Edges padding,
    Borders border,
    @Nullable Measure width,
    int widows,
    int orphans,
    int lineNumbers,
    Break breakBefore,
    Break breakAfter,
    Break breakInside,
    String marker,
    @Nullable String stringSet,
    @Nullable String before,
    @Nullable String after) {

  /** How lines stand in the measure. */
  public enum Align {
    LEFT,
    RIGHT,
    CENTER,
    JUSTIFY
  }

  public enum Transform {
    NONE,
    UPPERCASE,
    LOWERCASE
  }

  public enum Display {
    INLINE,
    BLOCK,
    /** A heading that begins its paragraph. */
    RUN_IN,
    NONE
  }

  /** Whether a page or column may end here. */
  public enum Break {
    AUTO,
    AVOID,
    PAGE,
    RECTO,
    VERSO,
    LEFT,
    RIGHT
  }

  /** Top, right, bottom, left, in points. */
  public record Edges(double top, double right, double bottom, double left) {
    public static final Edges NONE = new Edges(0, 0, 0, 0);
  }

  /** A line along an edge; width 0 for none. */
  public record Border(double width, Colour colour) {
    public static final Border NONE = new Border(0, Colour.BLACK);
  }

  public record Borders(Border top, Border right, Border bottom, Border left) {
    public static final Borders NONE =
        new Borders(Border.NONE, Border.NONE, Border.NONE, Border.NONE);
  }

  /** sRGB, each part from 0 to 255. */
  public record Colour(int red, int green, int blue) {
    public static final Colour BLACK = new Colour(0, 0, 0);
  }

  /** Points, or a share of the measure in per cent. */
  public record Measure(double amount, boolean percent) {
    /** In points, where the measure is known. */
    public double of(double measure) {
      return percent ? amount * measure / 100 : amount;
    }
  }

  public Style {
    families = List.copyOf(families);
    features = List.copyOf(features);
  }

  /** The same in another size, on another baseline, with other features. */
  public Style with(double points, double up, List<String> others) {
    return new Style(
        families,
        points,
        weight,
        italic,
        leading,
        colour,
        others,
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
        up,
        underlined,
        struck,
        keepLines,
        background,
        display,
        footnote,
        margin,
        padding,
        border,
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
}
