package offprint.page;

import java.util.List;
import java.util.stream.Stream;
import offprint.document.Block;
import offprint.document.TableGrid;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sets tables into the galley. One that is too wide is set with its words divided by hyphens, then
 * in smaller type, as the theme's classes {@code narrow}, {@code small} and {@code smaller} say.
 */
final class TableCompositor {
  /** What a table is tried as, one after the other. */
  private static final List<List<String>> FORMS =
      List.of(
          List.of(),
          List.of("narrow"),
          List.of("narrow", "small"),
          List.of("narrow", "small", "smaller"));

  private final Job job;
  private final ParagraphCompositor paragraphs;
  private final CalledNotes called;
  private final TablePlan.Planner planner;
  private final TableSetter setter;

  TableCompositor(
      Job job,
      ParagraphSetter setter,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      TableSetter.CellBlocks cellBlocks,
      CalledNotes called) {
    this.job = job;
    this.paragraphs = paragraphs;
    this.called = called;
    this.planner = new TablePlan.Planner(job, inlines);
    this.setter = new TableSetter(job, setter, inlines, cellBlocks);
  }

  void set(Block.Table table, Element element, Level level) {
    Style style = job.theme().style(element);
    Structure.Element structure = level.structure.add(Structure.Role.TABLE);
    level.galley.space(style.margin().top());
    caption(table, element, structure, level);
    TablePlan plan = plan(table, element, level.measure);
    double left = level.left + (job.isRightToLeft() ? level.measure - plan.width() : 0);
    upright(setter.set(plan, structure, left, job.depth()), level.galley);
    level.galley.space(style.margin().bottom());
    called.standBehindBlockOf(level.structure);
  }

  private void caption(
      Block.Table table, Element element, Structure.Element structure, Level level) {
    if (!table.caption().isEmpty()) {
      Structure.Element caption = structure.add(Structure.Role.CAPTION);
      Level inside = new Level(element, caption, level.galley, level.left, level.measure);
      paragraphs.paragraph(table.caption(), inside, Tag.TABLE_CAPTION, Structure.Role.PARAGRAPH);
      level.galley.cut(Galley.Cut.FORBIDDEN);
    }
  }

  private TablePlan plan(Block.Table table, Element element, double measure) {
    TableGrid grid = new TableGrid(table);
    Element last = element;
    for (List<String> form : FORMS) {
      last = with(element, form);
      @Nullable TablePlan plan = planner.plan(grid, last, measure, false);
      if (plan != null) {
        if (form.contains("small")) {
          reduced(table, plan);
        }
        return plan;
      }
    }
    job.findings()
        .warning(
            "wide-table",
            table.place(),
            "the table is wider than the page; words in its cells are divided",
            "fewer columns, shorter words, or a larger page");
    TablePlan plan = planner.plan(grid, last, measure, true);
    if (plan == null) {
      throw new IllegalStateException("a table must be planned");
    }
    return plan;
  }

  private static Element with(Element element, List<String> classes) {
    Tag tag = element.tag();
    List<String> all = Stream.concat(tag.classes().stream(), classes.stream()).toList();
    return new Element(
        new Tag(tag.name(), all), element.parent(), element.previous(), element.id());
  }

  private void reduced(Block.Table table, TablePlan plan) {
    double size = Math.round(job.theme().style(plan.element()).size() * 10) / 10.0;
    job.findings()
        .info(
            "reduced-table",
            table.place(),
            "the table is set in type of " + size + " pt, so that its words fit",
            "fewer columns, shorter words, or a larger page");
  }

  private static void upright(TableSetter.Lines lines, Galley galley) {
    for (Slug slug : lines.head()) {
      galley.add(slug, Galley.Cut.FORBIDDEN, null);
    }
    List<Slug> repeated =
        lines.head().stream()
            .map(s -> new Slug(s.height(), Marks.asArtifact(s.marks()), false))
            .toList();
    for (TableRow row : lines.rows()) {
      for (int k = 0; k < row.slugs().size(); k++) {
        galley.add(
            row.slugs().get(k),
            row.cuts().get(k) ? Galley.Cut.ALLOWED : Galley.Cut.FORBIDDEN,
            repeated);
      }
    }
    for (Slug slug : lines.foot()) {
      galley.cut(Galley.Cut.FORBIDDEN);
      galley.add(slug);
    }
  }
}
