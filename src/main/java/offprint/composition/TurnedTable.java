package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import offprint.galley.Slug;
import offprint.makeup.Feet;
import offprint.page.Marks;
import offprint.table.TableRow;
import offprint.table.TableSetter;

/**
 * A table that lies on its side, on pages of its own: their depth is its measure. Where it goes on
 * its head stands above it again. Its notes stand below it on their sheet, so that no text of other
 * pages has to make room for them.
 */
final class TurnedTable {
  /** The blank above a sheet's notes, as a share of their first line. */
  private static final double ABOVE_NOTES = 0.6;

  /** Notes of a row that take more of a sheet's height go to the feet of pages after all. */
  private static final double MOST = 0.4;

  private final List<Slug> repeated;
  private final double width;
  private final double height;
  private final double notesLeft;
  private final boolean withNotes;
  private final List<Slug> pages = new ArrayList<>();
  private List<Slug> sheet = new ArrayList<>();

  /**
   * @param repeated the head
   * @param width of the sheet, which is the depth of a page's text
   * @param height of the sheet, which is its measure
   * @param notesLeft where notes begin, from the left of the sheet
   */
  private TurnedTable(
      List<Slug> repeated, double width, double height, double notesLeft, boolean withNotes) {
    this.repeated = repeated;
    this.width = width;
    this.height = height;
    this.notesLeft = notesLeft;
    this.withNotes = withNotes;
  }

  /**
   * The pages, each a slug of its full depth.
   *
   * @param caption above the table
   * @param notesLeft where notes begin, from the left of the sheet
   */
  static List<Slug> pages(
      List<Slug> caption, TableSetter.Lines lines, double width, double height, double notesLeft) {
    double deepest =
        Stream.concat(Stream.of(caption, lines.head()), lines.rows().stream().map(TableRow::slugs))
            .mapToDouble(slugs -> depth(notes(slugs)))
            .max()
            .orElse(0);
    TurnedTable table =
        new TurnedTable(
            TableCompositor.artifacts(lines.head()),
            width,
            height,
            notesLeft,
            deepest <= MOST * height);
    table.sheet.addAll(caption);
    table.sheet.addAll(lines.head());
    table.fill(lines);
    table.sheet.addAll(lines.foot());
    table.turn();
    return table.pages;
  }

  private void fill(TableSetter.Lines lines) {
    double foot = depth(lines.foot());
    boolean begun = false;
    int cut = -1; // how much of the sheet stays if it ends where it may
    for (TableRow row : lines.rows()) {
      for (int k = 0; k < row.slugs().size(); k++) {
        Slug slug = row.slugs().get(k);
        if (begun && depthWith(slug) + foot > height) {
          int end = cut < 0 ? sheet.size() : cut;
          List<Slug> rest = List.copyOf(sheet.subList(end, sheet.size()));
          sheet.subList(end, sheet.size()).clear();
          turn();
          sheet.addAll(repeated);
          sheet.addAll(rest);
          cut = -1;
        }
        sheet.add(slug);
        begun = true;
        cut = row.cuts().get(k) ? sheet.size() : cut;
      }
    }
  }

  private double depthWith(Slug slug) {
    List<Slug> all = new ArrayList<>(sheet);
    all.add(slug);
    return depth(all) + depth(below(all));
  }

  /** The notes of a sheet as they stand below it. */
  private List<Slug> below(List<Slug> sheet) {
    List<Slug> below = new ArrayList<>();
    for (Slug note : withNotes ? notes(sheet) : List.<Slug>of()) {
      double above = below.isEmpty() ? note.height() * ABOVE_NOTES : 0;
      below.add(note.moved(notesLeft, above, note.height() + above));
    }
    return below;
  }

  private static List<Slug> notes(List<Slug> slugs) {
    Feet feet = new Feet();
    slugs.forEach(slug -> feet.add(slug.extras().notes()));
    return feet.lines(0, feet.size());
  }

  private static double depth(List<Slug> slugs) {
    return slugs.stream().mapToDouble(Slug::height).sum();
  }

  private void turn() {
    List<Slug> notes = below(sheet);
    Slug stacked = Slug.stacked(Slug.joined(sheet, notes));
    Slug.Extras extras = stacked.extras();
    pages.add(
        new Slug(
            width,
            Marks.turned(stacked.marks(), width),
            false,
            withNotes ? extras.withoutNotes() : extras));
    sheet = new ArrayList<>();
  }
}
