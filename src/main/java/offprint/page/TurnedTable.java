package offprint.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table that lies on its side, on pages of its own: their depth is its measure. Where it goes on
 * its head stands above it again.
 */
final class TurnedTable {
  private final List<Slug> repeated;
  private final double width;
  private final double height;
  private final List<Slug> pages = new ArrayList<>();
  private List<Slug> sheet = new ArrayList<>();

  /**
   * @param repeated the head
   * @param width of the sheet, which is the depth of a page's text
   * @param height of the sheet, which is its measure
   */
  private TurnedTable(List<Slug> repeated, double width, double height) {
    this.repeated = repeated;
    this.width = width;
    this.height = height;
  }

  /**
   * The pages, each a slug of its full depth.
   *
   * @param caption above the table
   */
  static List<Slug> pages(
      List<Slug> caption, TableSetter.Lines lines, double width, double height) {
    TurnedTable table = new TurnedTable(TableCompositor.artifacts(lines.head()), width, height);
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
        if (begun && depth(sheet) + slug.height() + foot > height) {
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

  private static double depth(List<Slug> slugs) {
    return slugs.stream().mapToDouble(Slug::height).sum();
  }

  private void turn() {
    Slug stacked = Slug.stacked(sheet);
    pages.add(new Slug(width, Marks.turned(stacked.marks(), width), false, stacked.extras()));
    sheet = new ArrayList<>();
  }
}
