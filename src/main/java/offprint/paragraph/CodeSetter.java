package offprint.paragraph;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import offprint.document.Block;
import offprint.document.Block.CodeBlock.Kind;
import offprint.document.Spot;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/**
 * Sets code line by line, as it is written; a line that is too long goes on in the next, a little
 * deeper, behind a mark that is not part of it.
 */
public final class CodeSetter {
  private static final String WRAP_MARK = "\u21AA";
  private static final String LANGUAGE = "zxx"; // BCP 47: no linguistic content
  private static final double EPSILON = 0.01;

  /** A line that is wrapped into more than these may be parted by a page's end. */
  private static final int MOST_KEPT = 8;

  /** Code of so many lines is not parted where that can be helped. */
  private static final int SHORT = 5;

  private final TypeCase type;
  private final Style style;
  private final Style block;
  private final double column;
  private final Map<Kind, Style> styles = new EnumMap<>(Kind.class);

  /**
   * @param element of the block, whose leading the lines have
   */
  public CodeSetter(TypeCase type, Theme theme, Element element) {
    this.type = type;
    this.block = theme.style(element);
    Element words = element.child(Tag.of("code"), null);
    this.style = theme.style(words);
    this.column = type.width("0", style, LANGUAGE);
    for (Kind kind : Kind.values()) {
      styles.put(kind, theme.style(words.child(Tag.of(kind), null)));
    }
  }

  /**
   * Adds the lines to a galley. A page ends neither behind the first nor before the last of them,
   * nor within one that is wrapped. A few lines stand together.
   */
  public void set(
      Block.CodeBlock code,
      Structure.Element structure,
      double left,
      double measure,
      Galley galley) {
    List<CodeLine> lines = CodeLine.of(code.text(), code.parts());
    CodeEnds ends = new CodeEnds(lines);
    int from = galley.size();
    GlyphRun blank = type.shape(" ", style, LANGUAGE, false).getFirst();
    Spot spot = Spot.of(code);
    for (int i = 0; i < lines.size(); i++) {
      List<Slug> slugs = set(lines.get(i), spot, structure, left, measure);
      spot = spot.behind(lines.get(i).text());
      if (i < lines.size() - 1) {
        Slug end = slugs.removeLast();
        slugs.add(end.parted(blank, style.colour(), structure.content(), false));
      }
      int kept = slugs.size() > MOST_KEPT ? 2 : slugs.size();
      galley.addLines(slugs, kept, kept, false);
      galley.keepLast(ends.behind(i));
    }
    if (galley.size() - from <= SHORT) {
      galley.keepTogether(from, Galley.Cut.AVOIDED);
    }
  }

  private List<Slug> set(
      CodeLine line, Spot spot, Structure.Element structure, double left, double measure) {
    List<Slug> slugs = new ArrayList<>();
    double hang = Math.min((line.indent() + 2) * column, measure / 2);
    int length = line.text().length();
    int from = 0;
    do {
      double x = from == 0 ? 0 : hang;
      int fits = fits(line, from, measure - x);
      boolean rest = line.behindBlanks(fits) == length;
      int to = rest ? length : line.behindBlanks(line.cut(from, fits));
      slugs.add(
          slug(line.stretches(from, to), from > 0, structure, left + x)
              .with(List.of(), Slug.Extras.at(spot.behind(line.text().substring(0, from)))));
      from = to;
    } while (from < length);
    return slugs;
  }

  /** As far as the line goes in the room. */
  private int fits(CodeLine line, int from, double room) {
    int at = from;
    double pen = 0;
    for (CodeLine.Stretch stretch : line.stretches(from, line.text().length())) {
      for (GlyphRun run : type.shape(stretch.text(), style(stretch.kind()), LANGUAGE, false)) {
        for (int i = 0; i < run.glyphs().length; i++) {
          pen += run.advances()[i];
          if (pen > room + EPSILON) {
            return Math.max(at + run.clusters()[i], from + 1);
          }
        }
        at += run.text().length();
      }
    }
    return at;
  }

  private Style style(@Nullable Kind kind) {
    return kind == null ? style : styles.getOrDefault(kind, style);
  }

  private Slug slug(
      List<CodeLine.Stretch> stretches, boolean goesOn, Structure.Element structure, double left) {
    double baseline = type.baseline(block);
    double x = left;
    List<Mark> marks = new ArrayList<>();
    if (goesOn) {
      marks.addAll(wrapMark(left - 2 * column, baseline));
    }
    for (CodeLine.Stretch stretch : stretches) {
      Style its = style(stretch.kind());
      for (GlyphRun run : type.shape(stretch.text(), its, LANGUAGE, false)) {
        marks.addAll(type.marks(run, x, baseline, its.colour(), structure.content()));
        x += run.width();
      }
    }
    return new Slug(block.leading(), marks, false).counted(baseline, block.lineNumbers());
  }

  // It stands for nothing, so that who copies the code does not get it.
  private List<Mark> wrapMark(double x, double baseline) {
    GlyphRun run = type.shape(WRAP_MARK, style, LANGUAGE, false).getFirst();
    Mark.Owner owner = Mark.Artifact.LAYOUT;
    return List.of(new Mark.Text(run, x, baseline, style.colour(), owner, ""));
  }
}
