package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import offprint.document.Block;
import offprint.document.Spot;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.math.Formula;
import offprint.math.SetFormula;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.page.Structure;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.type.FormulaCase;

/**
 * Sets formulas that stand by themselves, with what stands at the ends of their lines; a page may
 * end between these. Where lines are counted a formula is one, however many it has: by its own
 * lines it is told by their tags.
 */
final class FormulaCompositor {
  /** Lines of a formula that had better stand together, and that do at its head and foot. */
  private static final int SHORT = 6;

  private static final int KEPT = 2;

  private final Job job;
  private final Boxes boxes;

  FormulaCompositor(Job job, Boxes boxes) {
    this.job = job;
    this.boxes = boxes;
  }

  void set(Block.Formula block, Element element, Level level) {
    Formula formula = FormulaCase.read(block.tex());
    Structure.Element structure =
        level
            .structure
            .add(Structure.Role.FORMULA)
            .alternative(formula.alternative(job.language()));
    Boxes.Box box = boxes.open(level, element, structure);
    Style style = box.style();
    double measure = box.inner().measure;
    SetFormula set = fitting(formula, style, measure, block);
    List<Slug> lines = new ArrayList<>();
    for (SetFormula line : set.lines()) {
      lines.add(line(line, set.lines().size() == 1, style, box.inner(), structure));
    }
    double height = lines.stream().mapToDouble(Slug::height).sum();
    double blank = (room(height, style, level) - height) / 2;
    Slug first = lines.removeFirst();
    lines.addFirst(
        first
            .moved(0, blank, blank + first.height())
            .with(List.of(), Slug.Extras.at(Spot.of(block))));
    Slug last = lines.removeLast();
    lines.addLast(last.moved(0, 0, last.height() + blank));
    int from = level.galley.size();
    level.galley.addLines(lines, KEPT, KEPT, false);
    level.galley.keepTogether(
        from, lines.size() > SHORT ? Galley.Cut.UNWELCOME : Galley.Cut.AVOIDED);
    boxes.close(box, level);
  }

  /** A line, with what stands at its end. */
  private static Slug line(
      SetFormula line, boolean isWhole, Style style, Level level, Structure.Element structure) {
    double x = level.left + before(style, level.measure - line.width());
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Formula(line, x, 0, style.colour(), structure.content()));
    double above = line.ascent();
    double below = line.descent();
    for (SetFormula.Tag tag : line.tags()) {
      // Where the formula leaves it no room, what stands at a line's end goes below.
      double left = level.left + level.measure - tag.set().width();
      boolean free = left >= x + line.width() + style.size();
      double y = free ? tag.y() : line.descent() + style.leading();
      // Beside several lines it may stand between two of them, which stay together.
      if (!free || isWhole) {
        below = Math.max(below, y + tag.set().descent());
        above = Math.max(above, tag.set().ascent() - y);
      }
      marks.add(new Mark.Formula(tag.set(), left, y, style.colour(), structure.content()));
    }
    Slug slug = new Slug(above + below, Marks.moved(marks, 0, above), false);
    boolean middle = -line.ascent() <= 0 && 0 < line.descent();
    return middle ? slug.counted(above, style.lineNumbers()) : slug;
  }

  // What the text below needs to stand on the grid again is parted to both sides.
  private static double room(double height, Style style, Level level) {
    if (!level.onGrid) {
      return height;
    }
    double margins = style.margin().top() + style.margin().bottom();
    return Math.ceil((height + margins) / style.leading() - 0.01) * style.leading() - margins;
  }

  private static double before(Style style, double slack) {
    return switch (style.align()) {
      case LEFT, JUSTIFY -> 0;
      case CENTER -> slack / 2;
      case RIGHT -> slack;
    };
  }

  // In lines, and as large as the text, or as large as the page allows.
  private SetFormula fitting(Formula formula, Style style, double measure, Block.Formula block) {
    FormulaCase formulas = job.type().formulas();
    SetFormula set = formulas.display(formula, style, job.language(), 1, measure);
    double deepest =
        set.lines().stream().mapToDouble(line -> line.ascent() + line.descent()).max().orElse(0);
    double fit = Math.min(measure / set.width(), job.depth() / deepest);
    if (fit >= 1) {
      return set;
    }
    job.findings()
        .warning(
            "wide-formula",
            block.place(),
            String.format(
                Locale.ROOT,
                "a formula is larger than the page has room for and is set at %d %% of its size",
                (int) (fit * 100)),
            "divide it with \\begin{aligned} ... \\\\ ... \\end{aligned}");
    return formulas.display(formula, style, job.language(), fit * 0.999, measure);
  }
}
