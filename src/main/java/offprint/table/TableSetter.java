package offprint.table;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.TableGrid;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.Gauge;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.ParagraphSetter;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Align;

/** Sets a planned table: its cells into their columns, its rows so that a page may end in them. */
public final class TableSetter {
  /** Sets a cell that is more than a line of text. */
  public interface CellBlocks {
    List<Slug> set(List<Block> content, Element element, Structure.Element structure, double width);
  }

  private final Job job;
  private final ParagraphSetter paragraphs;
  private final InlineCompositor inlines;
  private final CellBlocks cellBlocks;

  public TableSetter(
      Job job, ParagraphSetter paragraphs, InlineCompositor inlines, CellBlocks cellBlocks) {
    this.job = job;
    this.paragraphs = paragraphs;
    this.inlines = inlines;
    this.cellBlocks = cellBlocks;
  }

  /**
   * A set table.
   *
   * @param head with its rules, to be repeated where the table goes on
   * @param foot the rule below it
   */
  public record Lines(List<Slug> head, List<TableRow> rows, List<Slug> foot) {}

  /** Whether a cell is one line of text, as all of Markdown's own are. */
  static boolean isLine(Block.Table.Cell cell) {
    return cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph;
  }

  /** How wide a number's units are, with what stands before, and what comes behind them. */
  static double[] parts(Gauge gauge, Copy copy, Block.Table.Cell cell, DecimalMark mark) {
    int units = Math.min(mark.units(TableGrid.words(cell)), copy.text().length());
    return new double[] {gauge.width(0, units), gauge.width(units, copy.text().length())};
  }

  /**
   * @param depth of a page: no row that is kept whole may be deeper
   */
  public Lines set(TablePlan plan, Structure.Element structure, double left, double depth) {
    List<Stack> stacks = stacks(plan, structure, left);
    List<TableRow> rows = new RowSetter(stacks, depth).rows(plan);
    int heads = plan.grid().head().size();
    List<Slug> head = new ArrayList<>();
    Style style = job.theme().style(plan.element());
    rule(head, style.border().top(), left, plan.width());
    for (TableRow row : rows.subList(0, heads)) {
      head.addAll(row.slugs());
    }
    if (heads > 0) {
      rule(head, job.theme().style(plan.head()).border().bottom(), left, plan.width());
    }
    List<Slug> foot = new ArrayList<>();
    rule(foot, style.border().bottom(), left, plan.width());
    return new Lines(head, rows.subList(heads, rows.size()), foot);
  }

  private static void rule(List<Slug> slugs, Style.Border border, double left, double width) {
    if (border.width() > 0) {
      Mark mark =
          new Mark.Rule(left, 0, width, border.width(), border.colour(), Mark.Artifact.LAYOUT);
      slugs.add(new Slug(border.width(), List.of(mark), false));
    }
  }

  /** A cell's slugs, with x from the left of the text. */
  record Stack(TablePlan.Placed placed, List<Slug> slugs) {
    double height() {
      return slugs.stream().mapToDouble(Slug::height).sum();
    }
  }

  // ---- cells

  private List<Stack> stacks(TablePlan plan, Structure.Element structure, double left) {
    List<Stack> stacks = new ArrayList<>();
    Structure.Element part = structure;
    Structure.Element row = structure;
    int at = -1;
    for (TablePlan.Placed placed : plan.cells()) {
      while (at < placed.row()) {
        at++;
        if (at == 0 && placed.slot().inHead()) {
          part = structure.add(Structure.Role.TABLE_HEAD);
        } else if (at == plan.grid().head().size()) {
          part = structure.add(Structure.Role.TABLE_BODY);
        }
        row = part.add(Structure.Role.TABLE_ROW);
      }
      stacks.add(new Stack(placed, padded(plan, placed, cell(placed, row), left)));
    }
    return stacks;
  }

  private static Structure.Element cell(TablePlan.Placed placed, Structure.Element row) {
    boolean header = placed.slot().cell().header();
    Structure.Element cell =
        row.add(header ? Structure.Role.TABLE_HEADER : Structure.Role.TABLE_DATA);
    if (header) {
      cell.scope(placed.slot().inHead() ? Structure.Scope.COLUMN : Structure.Scope.ROW);
    }
    return cell.spans(placed.slot().columnSpan(), placed.slot().rowSpan());
  }

  private List<Slug> padded(
      TablePlan plan, TablePlan.Placed placed, Structure.Element structure, double left) {
    Style style = placed.style();
    double width = Math.max(1, plan.width(placed.slot()) - placed.sides());
    List<Slug> slugs = slugs(plan, placed, structure, width);
    double before = plan.left(placed.slot().column());
    double column =
        job.isRightToLeft() ? plan.width() - before - plan.width(placed.slot()) : before;
    double x = left + column + style.padding().left();
    List<Slug> padded = new ArrayList<>();
    for (int k = 0; k < slugs.size(); k++) {
      double above = k == 0 ? style.padding().top() : 0;
      double below = k == slugs.size() - 1 ? style.padding().bottom() : 0;
      Slug slug = slugs.get(k);
      padded.add(slug.moved(x, above, slug.height() + above + below));
    }
    return padded;
  }

  private List<Slug> slugs(
      TablePlan plan, TablePlan.Placed placed, Structure.Element structure, double width) {
    Block.Table.Cell cell = placed.slot().cell();
    Style style = placed.style();
    if (!isLine(cell)) {
      List<Slug> slugs = cellBlocks.set(cell.content(), placed.element(), structure, width);
      return slugs.isEmpty() ? List.of(new Slug(style.leading(), List.of(), false)) : slugs;
    }
    Block.Paragraph paragraph = (Block.Paragraph) cell.content().getFirst();
    Copy copy =
        inlines.copy(paragraph.content(), placed.element(), structure, job.language(), width);
    DecimalMark mark = plan.mark(placed);
    if (mark != null) {
      double[] parts = parts(new Gauge(job.type(), copy), copy, cell, mark);
      double x = aligned(plan, placed, width) - parts[0];
      if (x > -0.02) {
        return lines(copy, style, Math.max(0, x), parts[0] + parts[1] + 1, Align.LEFT);
      }
    }
    return lines(copy, style, 0, width, align(plan, placed.slot()));
  }

  // What the author says of a column's side holds whichever way its words are read.
  private Align align(TablePlan plan, TableGrid.Slot slot) {
    if (!job.isRightToLeft()) {
      return plan.align(slot);
    }
    return switch (plan.grid().alignment(slot)) {
      case LEFT -> Align.RIGHT;
      case CENTER -> Align.CENTER;
      case RIGHT, NONE -> Align.LEFT;
    };
  }

  /** Where the units of a column of numbers end, from the left of its cells. */
  private static double aligned(TablePlan plan, TablePlan.Placed placed, double width) {
    int k = placed.slot().column();
    double slack = width - plan.units()[k] - plan.decimals()[k];
    return plan.units()[k]
        + switch (plan.align(placed.slot())) {
          case LEFT, JUSTIFY -> 0;
          case CENTER -> slack / 2;
          case RIGHT -> slack;
        };
  }

  private List<Slug> lines(Copy copy, Style style, double left, double width, Align align) {
    if (copy.isEmpty()) {
      return List.of(new Slug(style.leading(), List.of(), false));
    }
    return paragraphs
        .set(copy, style, new ParagraphSetter.Form(left, width, 0, align, false))
        .lines();
  }
}
