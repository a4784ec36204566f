package offprint.type;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.MathTable;
import offprint.glyph.Shaper;
import offprint.math.Formula;
import offprint.math.FormulaSetter;
import offprint.math.SetFormula;
import offprint.math.UnreadableFormula;
import offprint.math.Words;
import offprint.page.Mark;
import offprint.style.Style;
import org.jspecify.annotations.Nullable;

/** Sets formulas in the style of the words around them. The face is read for the first of them. */
public final class FormulaCase {
  private static final List<String> FAMILY = List.of("STIX Two Math");

  private final FontBook fonts;
  private final Shaper shaper;
  private final TypeCase type;
  private final Map<Style, FormulaSetter> setters = new IdentityHashMap<>();
  private @Nullable MathTable table;

  FormulaCase(FontBook fonts, Shaper shaper, TypeCase type) {
    this.fonts = fonts;
    this.shaper = shaper;
    this.type = type;
  }

  /** A formula's source, which was read before and was found to be one. */
  public static Formula read(String tex) {
    try {
      return Formula.read(tex);
    } catch (UnreadableFormula e) {
      throw new IllegalStateException("a formula of a document must be readable: " + tex, e);
    }
  }

  /** A formula that stands by itself, divided where it is wider than the measure. */
  public SetFormula display(
      Formula formula, Style style, String language, double scale, double measure) {
    FormulaSetter setter =
        scale == 1 ? setter(style, language) : setter(style, language, style.size() * scale);
    SetFormula set = setter.set(formula, true);
    if (set.width() <= measure) {
      return set;
    }
    double tags = 0;
    for (SetFormula.Tag tag : set.tags()) {
      tags = Math.max(tags, tag.set().width() + style.size());
    }
    SetFormula divided = setter.divided(formula, measure - tags);
    return divided != null && divided.width() < set.width() ? divided : set;
  }

  /**
   * A formula in a line, in the pieces that a line may end between.
   *
   * @param whole whether it is one piece
   */
  public List<FormulaSetter.Stretch> inline(
      Formula formula, boolean display, boolean whole, Style style, String language) {
    FormulaSetter setter = setter(style, language);
    return whole
        ? List.of(new FormulaSetter.Stretch(setter.set(formula, display), 0, false, true))
        : setter.stretches(formula);
  }

  private FormulaSetter setter(Style style, String language) {
    return setters.computeIfAbsent(style, s -> setter(s, language, s.size()));
  }

  private FormulaSetter setter(Style style, String language, double size) {
    MathTable math = table();
    // Letters of the formula are as high as those of the text.
    double match = type.face(style).xHeight() / math.face().xHeight();
    double own = size * Math.clamp(match, 0.9, 1.1);
    return new FormulaSetter(
        math, shaper, new Around(style, language, own * style.size() / size), own);
  }

  private MathTable table() {
    MathTable known = table;
    if (known == null) {
      Face face = fonts.face(FAMILY, 10, 400, false);
      known = new MathTable(face);
      table = known;
    }
    return known;
  }

  /** The type around a formula, with the boxes of characters that no face has. */
  private final class Around implements Words {
    private final Style style;
    private final String language;
    private final double own;

    /**
     * @param own the formula's size for the size of the style
     */
    Around(Style style, String language, double own) {
      this.style = style;
      this.language = language;
      this.own = own;
    }

    @Override
    public List<GlyphRun> shape(String words, double size) {
      return type.shape(words, style, language, false).stream()
          .map(run -> type.scaled(run, size / own))
          .toList();
    }

    @Override
    public List<SetFormula.Piece> drawn(GlyphRun run) {
      return type.isBox(run)
          ? type.marks(run, 0, 0, style.colour(), Mark.Artifact.LAYOUT).stream()
              .map(Around::piece)
              .toList()
          : List.of();
    }

    private static SetFormula.Piece piece(Mark mark) {
      return switch (mark) {
        case Mark.Text text -> new SetFormula.Piece.Glyphs(text.run(), text.x(), text.y());
        case Mark.Rule rule ->
            new SetFormula.Piece.Rule(rule.x(), rule.y(), rule.width(), rule.height());
        default -> throw new IllegalStateException("a box must be of glyphs and lines");
      };
    }
  }
}
