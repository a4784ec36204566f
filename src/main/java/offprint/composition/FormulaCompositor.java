package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Spot;
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
 * Sets formulas that stand by themselves, with what stands at the ends of their lines. Where lines
 * are counted a formula is one, however many it has: by its own lines it is told by their tags.
 */
final class FormulaCompositor {
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
    double x = box.inner().left + before(style, measure - set.width());
    List<Mark> marks = new ArrayList<>();
    double above = set.ascent();
    double below = set.descent();
    for (SetFormula.Tag tag : set.tags()) {
      // Where the formula leaves it no room, what stands at a line's end goes below.
      double left = box.inner().left + measure - tag.set().width();
      boolean free = left >= x + set.width() + style.size();
      double y = free ? tag.y() : set.descent() + style.leading();
      below = Math.max(below, y + tag.set().descent());
      above = Math.max(above, tag.set().ascent() - y);
      marks.add(new Mark.Formula(tag.set(), left, y, style.colour(), structure.content()));
    }
    marks.addFirst(new Mark.Formula(set, x, 0, style.colour(), structure.content()));
    double room = room(above + below, style, level);
    double down = above + (room - above - below) / 2;
    level.galley.add(
        new Slug(room, Marks.moved(marks, 0, down), false, Slug.Extras.at(Spot.of(block)))
            .counted(down, style.lineNumbers()));
    boxes.close(box, level);
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
    double fit = Math.min(measure / set.width(), job.depth() / (set.ascent() + set.descent()));
    if (fit >= 1) {
      return set;
    }
    job.findings()
        .warning(
            "wide-formula",
            block.place(),
            "a formula is larger than the page has room for and is set at %d %% of its size"
                .formatted((int) (fit * 100)),
            "divide it with \\begin{aligned} ... \\\\ ... \\end{aligned}");
    return formulas.display(formula, style, job.language(), fit * 0.999, measure);
  }
}
