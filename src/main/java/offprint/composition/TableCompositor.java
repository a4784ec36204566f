package offprint.composition;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import offprint.document.Block;
import offprint.document.TableGrid;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Marks;
import offprint.page.Structure;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.ParagraphSetter;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.table.ColumnWidths.Fit;
import offprint.table.TablePlan;
import offprint.table.TableRow;
import offprint.table.TableSetter;
import org.jspecify.annotations.Nullable;

/**
 * Sets tables into the galley. One that is too wide is set with its words divided by hyphens, then
 * in smaller type, as the theme's classes {@code narrow}, {@code small} and {@code smaller} say;
 * one that is still too wide is turned.
 */
final class TableCompositor {
  /** What a table is tried as, one after the other. */
  private static final List<List<String>> FORMS =
      List.of(
          List.of(),
          List.of("narrow"),
          List.of("narrow", "small"),
          List.of("narrow", "small", "smaller"));

  /** A row of so many lines is not parted but where a hole would be left. */
  private static final int SHORT = 12;

  private static final String HINT = "fewer columns, shorter words, or a larger page";

  private final Job job;
  private final Boxes boxes;
  private final ParagraphCompositor paragraphs;
  private final CalledNotes called;
  private final TablePlan.Planner planner;
  private final TableSetter setter;

  TableCompositor(
      Job job,
      Boxes boxes,
      ParagraphSetter setter,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      TableSetter.CellBlocks cellBlocks,
      CalledNotes called) {
    this.job = job;
    this.boxes = boxes;
    this.paragraphs = paragraphs;
    this.called = called;
    this.planner = new TablePlan.Planner(job, inlines);
    this.setter = new TableSetter(job, setter, inlines, cellBlocks);
  }

  void set(Block.Table table, Element element, Level level) {
    Structure.Element structure = level.structure.add(Structure.Role.TABLE);
    TableGrid grid = new TableGrid(table);
    @Nullable TablePlan plan = plan(grid, element, level.measure);
    boolean turned = false;
    if (plan == null && level.onGrid) {
      // What stands in the running text may have a page of its own.
      plan = plan(grid, element, job.depth());
      plan = plan == null ? last(grid, element, job.depth(), Fit.HALVED) : plan;
      turned = plan != null;
    }
    if (plan == null) {
      plan = requireNonNull(last(grid, element, level.measure, Fit.ANYHOW));
    }
    report(table, plan, turned);
    if (turned) {
      turned(table, plan, structure, level.galley);
      level.passOver();
    } else {
      upright(table, plan, structure, level);
    }
    called.standBehindBlockOf(level.structure);
  }

  private void report(Block.Table table, TablePlan plan, boolean turned) {
    if (turned) {
      say("turned-table", table, "the table is wider than the text; it lies on a page of its own");
    }
    if (!plan.isWhole()) {
      job.findings()
          .warning(
              "wide-table",
              table.place(),
              "the table is wider than the page; words in its cells are divided",
              HINT);
    } else if (plan.element().tag().classes().contains("small")) {
      double size = Math.round(job.theme().style(plan.element()).size() * 10) / 10.0;
      say("reduced-table", table, "the table's type is of " + size + " pt, so that its words fit");
    }
  }

  private void say(String code, Block.Table table, String message) {
    job.findings().info(code, table.place(), message, HINT);
  }

  /**
   * The first form that divides no word but by hyphens, those of heads only where no form does
   * without; null where none does.
   */
  private @Nullable TablePlan plan(TableGrid grid, Element element, double measure) {
    for (boolean dividesHeads : new boolean[] {false, true}) {
      for (List<String> form : FORMS) {
        Element formed = with(element, form);
        @Nullable TablePlan plan = planner.plan(grid, formed, measure, Fit.WHOLE, dividesHeads);
        if (plan != null) {
          return plan;
        }
      }
    }
    return null;
  }

  private @Nullable TablePlan last(TableGrid grid, Element element, double measure, Fit fit) {
    return planner.plan(grid, with(element, FORMS.getLast()), measure, fit, true);
  }

  private void caption(
      Block.Table table, TablePlan plan, Structure.Element structure, Level level) {
    if (!table.caption().isEmpty()) {
      Level inside =
          new Level(
              plan.element(),
              structure.add(Structure.Role.CAPTION),
              level.galley,
              level.left,
              level.measure);
      paragraphs.paragraph(table.caption(), inside, Tag.TABLE_CAPTION, Structure.Role.PARAGRAPH);
      level.galley.cut(Galley.Cut.FORBIDDEN);
    }
  }

  private static Element with(Element element, List<String> classes) {
    Tag tag = element.tag();
    List<String> all = Stream.concat(tag.classes().stream(), classes.stream()).toList();
    return new Element(
        new Tag(tag.name(), all), element.parent(), element.previous(), element.id());
  }

  /** For a second showing, where the table goes on. */
  static List<Slug> artifacts(List<Slug> head) {
    return head.stream()
        .map(s -> new Slug(s.height(), Marks.asArtifact(s.marks()), false, slots(s.extras())))
        .toList();
  }

  // Page numbers are filled in each time; notes and links count once.
  private static Slug.Extras slots(Slug.Extras extras) {
    return new Slug.Extras(List.of(), List.of(), extras.slots(), List.of());
  }

  private void turned(
      Block.Table table, TablePlan plan, Structure.Element structure, Galley galley) {
    Galley above = new Galley();
    Level sheet = new Level(plan.element(), structure, above, 0, job.depth());
    caption(table, plan, structure, sheet);
    above.space(0);
    double left = job.isRightToLeft() ? job.depth() - plan.width() : 0;
    TableSetter.Lines lines = setter.set(plan, structure, left, job.measure());
    double notesLeft = job.isRightToLeft() ? job.depth() - job.measure() : 0;
    for (Slug page :
        TurnedTable.pages(above.slugs(), lines, job.depth(), job.measure(), notesLeft)) {
      Galley figure = new Galley();
      figure.add(page);
      galley.addFigure(figure, page.extras().notes().isEmpty());
    }
  }

  /** Whether a cut behind a row would leave one short row alone, the first or the last. */
  private static boolean strands(List<TableRow> rows, int row) {
    boolean first = row == 0;
    boolean lastButOne = row == rows.size() - 2;
    return first && rows.getFirst().slugs().size() == 1
        || lastButOne && rows.getLast().slugs().size() == 1;
  }

  private void upright(
      Block.Table table, TablePlan plan, Structure.Element structure, Level level) {
    Galley galley = level.galley;
    Style style = job.theme().style(plan.element());
    boxes.above(style, galley);
    caption(table, plan, structure, level);
    double left = level.left + (job.isRightToLeft() ? level.measure - plan.width() : 0);
    TableSetter.Lines lines = setter.set(plan, structure, left, job.depth());
    for (Slug slug : lines.head()) {
      galley.add(slug, Galley.Cut.FORBIDDEN, null);
    }
    List<Slug> repeated = artifacts(lines.head());
    for (int i = 0; i < lines.rows().size(); i++) {
      TableRow row = lines.rows().get(i);
      Galley.Cut inside = row.slugs().size() <= SHORT ? Galley.Cut.AVOIDED : Galley.Cut.UNWELCOME;
      for (int k = 0; k < row.slugs().size(); k++) {
        boolean between = k == row.slugs().size() - 1;
        galley.add(
            row.slugs().get(k),
            !row.cuts().get(k) ? Galley.Cut.FORBIDDEN : between ? Galley.Cut.ALLOWED : inside,
            repeated);
      }
      if (row.cuts().getLast() && strands(lines.rows(), i)) {
        galley.cut(Galley.Cut.AVOIDED);
      }
    }
    for (Slug slug : lines.foot()) {
      galley.cut(Galley.Cut.FORBIDDEN);
      galley.add(slug);
    }
    boxes.below(style, style.breakAfter(), galley);
  }
}
