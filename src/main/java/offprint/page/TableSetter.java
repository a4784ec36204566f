package offprint.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.document.Block;
import offprint.document.Block.Table.Alignment;
import offprint.document.Inline;
import offprint.source.Findings;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.style.Tag;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Sets a table: column widths from what stands in the columns, rows that a page may end between, a
 * head that is repeated where it goes on.
 */
final class TableSetter {
  /** Sets a cell that is more than a line of text. */
  interface CellBlocks {
    List<Slug> set(List<Block> content, Element element, Structure.Element structure, double width);
  }

  private final Theme theme;
  private final ParagraphSetter paragraphs;
  private final InlineCompositor inlines;
  private final CellBlocks cellBlocks;
  private final Findings findings;

  TableSetter(
      Theme theme,
      ParagraphSetter paragraphs,
      InlineCompositor inlines,
      CellBlocks cellBlocks,
      Findings findings) {
    this.theme = theme;
    this.paragraphs = paragraphs;
    this.inlines = inlines;
    this.cellBlocks = cellBlocks;
    this.findings = findings;
  }

  /** A cell in its column, with its copy where it is a line of text. */
  private record Placed(
      Block.Table.Cell cell,
      int column,
      int row,
      Element element,
      Style style,
      Structure.Element structure,
      @Nullable Copy copy) {}

  /** The rows of head and body, set at the widths. */
  private record Row(List<Slug> slugs, boolean keptWithNext) {}

  void set(
      Block.Table table,
      Element element,
      Structure.Element structure,
      String language,
      Galley galley,
      double left,
      double measure) {
    List<Placed> cells = new ArrayList<>();
    int columns = columns(table);
    Element head = element.child(Tag.TABLE_HEAD, null);
    Element body = element.child(Tag.TABLE_BODY, table.head().isEmpty() ? null : head);
    if (!table.head().isEmpty()) {
      place(
          table.head(),
          head,
          structure.add(Structure.Role.TABLE_HEAD),
          0,
          columns,
          language,
          measure,
          cells);
    }
    if (!table.body().isEmpty()) {
      place(
          table.body(),
          body,
          structure.add(Structure.Role.TABLE_BODY),
          table.head().size(),
          columns,
          language,
          measure,
          cells);
    }
    double[] widths = widths(table, cells, columns, theme.style(element), measure);
    double total = Arrays.stream(widths).sum();
    boolean[] numeric = numeric(table, columns);
    List<Row> rows = rows(table, cells, widths, numeric, left);

    Style style = theme.style(element);
    Style headStyle = theme.style(head);
    List<Slug> headSlugs = new ArrayList<>();
    rule(headSlugs, style.border().top(), left, total);
    for (int i = 0; i < table.head().size(); i++) {
      headSlugs.addAll(rows.get(i).slugs);
    }
    if (!table.head().isEmpty()) {
      rule(headSlugs, headStyle.border().bottom(), left, total);
    }
    for (Slug slug : headSlugs) {
      galley.add(slug, Galley.Cut.FORBIDDEN, null);
    }
    List<Slug> repeated =
        headSlugs.stream()
            .map(s -> new Slug(s.height(), Marks.asArtifact(s.marks()), false))
            .toList();
    for (int i = table.head().size(); i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int k = 0; k < row.slugs.size(); k++) {
        boolean end = k == row.slugs.size() - 1;
        boolean stub = !end && (k == 0 || k == row.slugs.size() - 2);
        galley.add(
            row.slugs.get(k),
            stub || end && row.keptWithNext ? Galley.Cut.FORBIDDEN : Galley.Cut.ALLOWED,
            repeated);
      }
    }
    List<Slug> foot = new ArrayList<>();
    rule(foot, style.border().bottom(), left, total);
    for (Slug slug : foot) {
      galley.cut(Galley.Cut.FORBIDDEN);
      galley.add(slug);
    }
  }

  private static void rule(List<Slug> slugs, Style.Border border, double left, double width) {
    if (border.width() > 0) {
      Mark mark =
          new Mark.Rule(left, 0, width, border.width(), border.colour(), Mark.Artifact.LAYOUT);
      slugs.add(new Slug(border.width(), List.of(mark), false));
    }
  }

  private static int columns(Block.Table table) {
    int columns = table.alignments().size();
    for (List<Block.Table.Row> part : List.of(table.head(), table.body())) {
      for (Block.Table.Row row : part) {
        columns =
            Math.max(columns, row.cells().stream().mapToInt(Block.Table.Cell::columnSpan).sum());
      }
    }
    return Math.max(columns, 1);
  }

  // ---- cells to columns (HTML, 4.9.12: forming a table)

  private void place(
      List<Block.Table.Row> rows,
      Element part,
      Structure.Element structure,
      int firstRow,
      int columns,
      String language,
      double measure,
      List<Placed> placed) {
    int[] taken = new int[columns];
    Element previousRow = null;
    for (int i = 0; i < rows.size(); i++) {
      Element row = part.child(Tag.TABLE_ROW, previousRow);
      previousRow = row;
      Structure.Element tr = structure.add(Structure.Role.TABLE_ROW);
      Element previous = null;
      int column = 0;
      for (Block.Table.Cell cell : rows.get(i).cells()) {
        while (column < columns && taken[column] > 0) {
          column++;
        }
        if (column >= columns) {
          break;
        }
        Element element = row.child(Tag.of(cell), previous);
        previous = element;
        Structure.Element td =
            tr.add(cell.header() ? Structure.Role.TABLE_HEADER : Structure.Role.TABLE_DATA);
        if (cell.header()) {
          td.scope(
              part.tag().equals(Tag.TABLE_HEAD) ? Structure.Scope.COLUMN : Structure.Scope.ROW);
        }
        int rowSpan = Math.min(cell.rowSpan(), rows.size() - i);
        int columnSpan = Math.min(cell.columnSpan(), columns - column);
        td.spans(columnSpan, rowSpan);
        Copy copy = null;
        if (cell.content().isEmpty()) {
          copy = new Copy();
        } else if (cell.content().size() == 1
            && cell.content().getFirst() instanceof Block.Paragraph p) {
          copy = inlines.copy(p.content(), element, td, language, measure / columns);
        }
        placed.add(new Placed(cell, column, firstRow + i, element, theme.style(element), td, copy));
        for (int k = column; k < column + columnSpan; k++) {
          taken[k] = rowSpan;
        }
        column += columnSpan;
      }
      for (int k = 0; k < columns; k++) {
        taken[k] = Math.max(0, taken[k] - 1);
      }
    }
  }

  // ---- widths (CSS 2.2, 17.5.2.2: automatic table layout)

  private double[] widths(
      Block.Table table, List<Placed> cells, int columns, Style style, double measure) {
    double[] least = new double[columns];
    double[] most = new double[columns];
    for (Placed placed : cells) {
      double blank = placed.style.padding().left() + placed.style.padding().right();
      double narrow = blank + narrowest(placed);
      double wide = blank + widest(placed) + 0.01;
      int span = Math.min(placed.cell.columnSpan(), columns - placed.column);
      for (int k = placed.column; k < placed.column + span; k++) {
        least[k] = Math.max(least[k], narrow / span);
        most[k] = Math.max(most[k], wide / span);
      }
    }
    double needed = Arrays.stream(least).sum();
    double wanted = Arrays.stream(most).sum();
    double room = style.width() == null ? measure : style.width().of(measure);
    double[] widths = new double[columns];
    if (wanted <= room) {
      double share = style.width() == null ? 0 : (room - wanted) / columns;
      for (int k = 0; k < columns; k++) {
        widths[k] = most[k] + share;
      }
    } else if (needed <= room) {
      double slack = wanted - needed;
      for (int k = 0; k < columns; k++) {
        widths[k] = least[k] + (room - needed) * (most[k] - least[k]) / slack;
      }
    } else {
      findings.warning(
          "wide-table",
          table.place(),
          "the table is wider than the page; words in its cells are divided",
          "fewer columns, shorter words, or a larger page");
      for (int k = 0; k < columns; k++) {
        widths[k] = room * least[k] / needed;
      }
    }
    return widths;
  }

  private double narrowest(Placed placed) {
    return placed.copy == null ? 60 : paragraphs.widestWord(placed.copy);
  }

  private double widest(Placed placed) {
    return placed.copy == null ? 160 : paragraphs.naturalWidth(placed.copy);
  }

  // ---- rows

  private List<Row> rows(
      Block.Table table, List<Placed> cells, double[] widths, boolean[] numeric, double left) {
    int count = table.head().size() + table.body().size();
    List<List<Placed>> byRow = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byRow.add(new ArrayList<>());
    }
    for (Placed placed : cells) {
      byRow.get(placed.row).add(placed);
    }
    double[] owed = new double[count + 1];
    boolean[] kept = new boolean[count];
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<List<Slug>> set = new ArrayList<>();
      double height = owed[i];
      for (Placed placed : byRow.get(i)) {
        List<Slug> slugs = set(placed, table, widths, numeric, left);
        set.add(slugs);
        double cell = slugs.stream().mapToDouble(Slug::height).sum();
        int span = Math.min(placed.cell.rowSpan(), count - i);
        if (span == 1) {
          height = Math.max(height, cell);
        } else {
          // What a spanning cell needs beyond a line for each row but the last falls to the last.
          double rest = cell - (span - 1) * placed.style.leading();
          owed[i + span - 1] = Math.max(owed[i + span - 1], rest);
          height = Math.max(height, placed.style.leading());
          for (int k = i; k < i + span - 1; k++) {
            kept[k] = true;
          }
        }
      }
      rows.add(new Row(merged(set, height, kept[i]), kept[i]));
    }
    return rows;
  }

  /**
   * A row's slugs: line beside line, so that a tall row can go on on the next page; one slug where
   * it is kept.
   */
  private static List<Slug> merged(List<List<Slug>> cells, double height, boolean whole) {
    int lines = cells.stream().mapToInt(List::size).max().orElse(0);
    if (lines <= 4 || whole) {
      List<Mark> marks = new ArrayList<>();
      Slug.Extras extras = Slug.Extras.NONE;
      for (List<Slug> cell : cells) {
        double y = 0;
        for (Slug slug : cell) {
          Slug moved = Marks.moved(slug, 0, y, 0);
          marks.addAll(moved.marks());
          extras = extras.and(moved.extras());
          y += slug.height();
        }
      }
      return List.of(new Slug(height, marks, false, extras));
    }
    List<Slug> slugs = new ArrayList<>();
    double done = 0;
    for (int k = 0; k < lines; k++) {
      List<Mark> marks = new ArrayList<>();
      Slug.Extras extras = Slug.Extras.NONE;
      double line = 0;
      for (List<Slug> cell : cells) {
        if (k < cell.size()) {
          marks.addAll(cell.get(k).marks());
          extras = extras.and(cell.get(k).extras());
          line = Math.max(line, cell.get(k).height());
        }
      }
      done += line;
      double rest = k == lines - 1 ? Math.max(0, height - done) : 0;
      slugs.add(new Slug(line + rest, marks, false, extras));
    }
    return slugs;
  }

  private List<Slug> set(
      Placed placed, Block.Table table, double[] widths, boolean[] numeric, double left) {
    double x = left;
    for (int k = 0; k < placed.column; k++) {
      x += widths[k];
    }
    int span = Math.min(placed.cell.columnSpan(), widths.length - placed.column);
    double width = 0;
    for (int k = placed.column; k < placed.column + span; k++) {
      width += widths[k];
    }
    Style style = placed.style;
    double inner = Math.max(1, width - style.padding().left() - style.padding().right());
    x += style.padding().left();
    List<Slug> slugs;
    if (placed.copy == null) {
      slugs = cellBlocks.set(placed.cell.content(), placed.element, placed.structure, inner);
    } else if (placed.copy.isEmpty()) {
      slugs = List.of(new Slug(style.leading(), List.of(), false));
    } else {
      Align align = align(placed, table, numeric);
      slugs =
          paragraphs
              .set(placed.copy, style, new ParagraphSetter.Form(0, inner, 0, align, false))
              .lines();
    }
    List<Slug> padded = new ArrayList<>();
    for (int k = 0; k < slugs.size(); k++) {
      double above = k == 0 ? style.padding().top() : 0;
      double below = k == slugs.size() - 1 ? style.padding().bottom() : 0;
      Slug slug = slugs.get(k);
      padded.add(Marks.moved(slug, x, above, slug.height() + above + below));
    }
    return padded;
  }

  private static Align align(Placed placed, Block.Table table, boolean[] numeric) {
    Alignment alignment =
        placed.column < table.alignments().size()
            ? table.alignments().get(placed.column)
            : Alignment.NONE;
    return switch (alignment) {
      case LEFT -> Align.LEFT;
      case CENTER -> Align.CENTER;
      case RIGHT -> Align.RIGHT;
      case NONE ->
          numeric[placed.column] && placed.cell.columnSpan() == 1 ? Align.RIGHT : Align.LEFT;
    };
  }

  /** Whether a column holds nothing but figures, whose units should stand below each other. */
  private static boolean[] numeric(Block.Table table, int columns) {
    boolean[] numeric = new boolean[columns];
    boolean[] seen = new boolean[columns];
    Arrays.fill(numeric, true);
    for (Block.Table.Row row : table.body()) {
      int column = 0;
      for (Block.Table.Cell cell : row.cells()) {
        if (column >= columns) {
          break;
        }
        String words = words(cell).strip();
        if (!words.isEmpty() && !words.matches("[-–—.…]+")) {
          seen[column] = true;
          numeric[column] &= words.matches("[-+−–~<>≈$€£¥]*\\d[\\d.,'’\\s]*\\s*[%‰°]?");
        }
        column += cell.columnSpan();
      }
    }
    for (int k = 0; k < columns; k++) {
      numeric[k] &= seen[k];
    }
    return numeric;
  }

  private static String words(Block.Table.Cell cell) {
    return cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph p
        ? Inline.text(p.content())
        : cell.content().isEmpty() ? "" : "blocks";
  }
}
