package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import offprint.code.Highlighter;
import offprint.document.Block;
import offprint.document.Block.ListItem.Task;
import offprint.document.Block.Table.Alignment;
import offprint.document.Block.Table.Cell;
import offprint.document.Block.Table.Row;
import offprint.document.Inline;
import offprint.markdown.Nodes.Admonition;
import offprint.markdown.Nodes.Definition;
import offprint.markdown.Nodes.DefinitionList;
import offprint.markdown.Nodes.HtmlCell;
import offprint.markdown.Nodes.HtmlFigure;
import offprint.markdown.Nodes.HtmlRow;
import offprint.markdown.Nodes.HtmlTable;
import offprint.markdown.Nodes.Label;
import offprint.markdown.Nodes.Verse;
import offprint.markdown.Nodes.VerseLine;
import offprint.source.Place;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/** Reads blocks; what stands in their lines is the {@link InlineReader}'s. */
final class BlockReader {
  private final InlineReader inlines;
  private final HeadingIds headings;
  private final Places places;
  private final @Nullable FormulaReader formulas;

  /**
   * @param formulas null where the author wants none
   */
  BlockReader(
      InlineReader inlines, HeadingIds headings, Places places, @Nullable FormulaReader formulas) {
    this.formulas = formulas;
    this.inlines = inlines;
    this.headings = headings;
    this.places = places;
  }

  /** All that stands below a container. */
  List<Block> read(Node container) {
    List<Block> blocks = new ArrayList<>();
    for (Node node : Nodes.children(container)) {
      blocks.addAll(readOne(node));
    }
    return blocks;
  }

  /** The block that a node is; none where it is but a definition, or nothing is left of it. */
  List<Block> readOne(Node node) {
    Place place = places.of(node);
    if (node instanceof Paragraph paragraph) {
      return Displays.parted(inlines.read(paragraph), place);
    }
    @Nullable Block block =
        switch (node) {
          case Heading heading ->
              new Block.Heading(
                  heading.getLevel(), headings.id(heading), inlines.read(node), place);
          case BlockQuote quote -> new Block.BlockQuote(read(quote), place);
          case Admonition admonition -> alert(admonition, place);
          case BulletList list -> new Block.BulletList(items(list), list.isTight(), place);
          case OrderedList list ->
              new Block.OrderedList(start(list), items(list), list.isTight(), place);
          case FencedCodeBlock code -> fenced(code, place);
          case IndentedCodeBlock code -> new Block.CodeBlock(null, code.getLiteral(), place);
          case FormulaParsers.FormulaBlock formula when formulas != null ->
              formulas.block(formula, place);
          case ThematicBreak line -> new Block.ThematicBreak(place);
          case TableBlock table -> table(table, place);
          case HtmlTable table -> table(table, place);
          case HtmlFigure figure -> figure(figure, place);
          case DefinitionList list -> definitions(list, place);
          case Verse verse -> verse(verse, place);
          case LinkReferenceDefinition definition -> null;
          case FootnoteDefinition definition -> null;
          default -> throw new IllegalStateException("a block of a known kind, not " + node);
        };
    return block == null ? List.of() : List.of(block);
  }

  private @Nullable Block figure(HtmlFigure figure, Place place) {
    List<Node> children = Nodes.children(figure);
    List<Inline> picture = inlines.read(children.subList(0, 1));
    List<Inline> caption = inlines.read(children.subList(1, children.size()));
    if (picture.size() == 1 && Inline.picture(picture.getFirst()) != null) {
      return new Block.Figure(picture.getFirst(), caption, place);
    }
    List<Inline> words = new ArrayList<>(picture);
    if (!picture.isEmpty() && !caption.isEmpty()) {
      words.add(new Inline.LineBreak(place));
    }
    words.addAll(caption);
    return words.isEmpty() ? null : new Block.Paragraph(words, place);
  }

  // What no kind is called by stays the author's word.
  private Block alert(Admonition admonition, Place place) {
    @Nullable List<Inline> title = null;
    if (admonition.getFirstChild() instanceof Label label) {
      title = inlines.read(label);
      label.unlink();
    } else if (admonition.kind != null && Alerts.named(admonition.kind) == null) {
      String word = admonition.kind;
      int second = word.offsetByCodePoints(0, 1);
      String shown = word.substring(0, second).toUpperCase(Locale.ROOT) + word.substring(second);
      title = List.of(new Inline.Text(shown, place));
    }
    return new Block.Alert(Alerts.nearest(admonition.kind), title, read(admonition), place);
  }

  private List<Block.ListItem> items(ListBlock list) {
    return Nodes.children(list).stream()
        .filter(ListItem.class::isInstance)
        .map(item -> item(item))
        .toList();
  }

  private Block.ListItem item(Node item) {
    Place place = places.of(item);
    Task task = Task.NONE;
    if (item.getFirstChild() instanceof TaskListItemMarker marker) {
      task = marker.isChecked() ? Task.DONE : Task.OPEN;
      marker.unlink();
    }
    return new Block.ListItem(task, read(item), place);
  }

  private Block definitions(DefinitionList list, Place place) {
    List<Block.DefinitionList.Entry> entries = new ArrayList<>();
    List<Block.DefinitionList.Term> terms = new ArrayList<>();
    List<Block.DefinitionList.Definition> definitions = new ArrayList<>();
    boolean tight = true;
    for (Node node : Nodes.children(list)) {
      if (node instanceof Definition definition) {
        List<Block> content = read(definition);
        tight &=
            !definition.loose
                && content.stream().filter(Block.Paragraph.class::isInstance).count() <= 1;
        definitions.add(new Block.DefinitionList.Definition(content, places.of(definition)));
        continue;
      }
      if (!definitions.isEmpty()) {
        entries.add(new Block.DefinitionList.Entry(terms, definitions));
        terms.clear();
        definitions.clear();
      }
      terms.add(new Block.DefinitionList.Term(inlines.read(node), places.of(node)));
    }
    entries.add(new Block.DefinitionList.Entry(terms, definitions));
    return new Block.DefinitionList(entries, tight, place);
  }

  private Block verse(Verse verse, Place place) {
    List<Block.Verse.Stanza> stanzas = new ArrayList<>();
    for (Node stanza : Nodes.children(verse)) {
      List<Block.Verse.Line> lines = new ArrayList<>();
      for (Node node : Nodes.children(stanza)) {
        int indent = ((VerseLine) node).indent;
        lines.add(new Block.Verse.Line(indent, inlines.read(node), places.of(node)));
      }
      stanzas.add(new Block.Verse.Stanza(lines));
    }
    return new Block.Verse(stanzas, place);
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private Block fenced(FencedCodeBlock code, Place place) {
    @Nullable String language = language(code.getInfo());
    @Nullable Block formula =
        formulas != null && "math".equals(language)
            ? formulas.fenced(code.getLiteral(), code, place)
            : null;
    return formula != null ? formula : code(language, code.getLiteral(), place);
  }

  private static Block code(@Nullable String language, String text, Place place) {
    List<Block.CodeBlock.Part> parts =
        language == null ? List.of() : Highlighter.parts(language, text);
    return new Block.CodeBlock(language, text, parts, place);
  }

  private static @Nullable String language(@Nullable String info) {
    if (info == null || info.isBlank()) {
      return null;
    }
    return info.strip().split("\\s", 2)[0];
  }

  private Block.Table table(TableBlock table, Place place) {
    List<Row> head = new ArrayList<>();
    List<Row> body = new ArrayList<>();
    List<Alignment> alignments = new ArrayList<>();
    for (Node section : Nodes.children(table)) {
      for (Node row : Nodes.children(section)) {
        if (row instanceof TableRow && section instanceof TableHead) {
          Nodes.children(row).forEach(cell -> alignments.add(alignment((TableCell) cell)));
          head.add(row(row));
        } else if (row instanceof TableRow) {
          body.add(row(row));
        }
      }
    }
    return new Block.Table(List.of(), alignments, head, body, place);
  }

  private Row row(Node row) {
    List<Cell> cells = new ArrayList<>();
    for (Node node : Nodes.children(row)) {
      TableCell cell = (TableCell) node;
      Place place = places.of(cell);
      List<Inline> content = inlines.read(cell);
      List<Block> blocks =
          content.isEmpty() ? List.of() : List.of(new Block.Paragraph(content, place));
      cells.add(new Cell(blocks, cell.isHeader(), 1, 1, place));
    }
    return new Row(cells);
  }

  private static Alignment alignment(TableCell cell) {
    if (cell.getAlignment() == null) {
      return Alignment.NONE;
    }
    return switch (cell.getAlignment()) {
      case LEFT -> Alignment.LEFT;
      case CENTER -> Alignment.CENTER;
      case RIGHT -> Alignment.RIGHT;
    };
  }

  private Block.Table table(HtmlTable table, Place place) {
    List<Inline> caption = table.caption == null ? List.of() : inlines.read(table.caption);
    List<Row> head = new ArrayList<>();
    List<Row> body = new ArrayList<>();
    for (Node node : Nodes.children(table)) {
      HtmlRow row = (HtmlRow) node;
      (row.head ? head : body).add(htmlRow(row));
    }
    return new Block.Table(caption, alignments(table), head, body, place);
  }

  private Row htmlRow(HtmlRow row) {
    List<Cell> cells = new ArrayList<>();
    for (Node node : Nodes.children(row)) {
      HtmlCell cell = (HtmlCell) node;
      Place place = places.of(cell);
      cells.add(new Cell(read(cell), cell.header, cell.columnSpan, cell.rowSpan, place));
    }
    return new Row(cells);
  }

  // A column stands as the first cell says that stands in it alone; which column a cell stands in,
  // the spans of the rows above have a say in (HTML, "forming a table").
  private static List<Alignment> alignments(HtmlTable table) {
    List<Alignment> alignments = new ArrayList<>();
    List<Integer> heldRows = new ArrayList<>();
    for (Node row : Nodes.children(table)) {
      int column = 0;
      for (Node node : Nodes.children(row)) {
        HtmlCell cell = (HtmlCell) node;
        while (column < heldRows.size() && heldRows.get(column) > 0) {
          column++;
        }
        for (int i = 0; i < cell.columnSpan; i++, column++) {
          if (column == heldRows.size()) {
            heldRows.add(0);
            alignments.add(Alignment.NONE);
          }
          heldRows.set(column, Math.max(heldRows.get(column), cell.rowSpan));
          if (alignments.get(column) == Alignment.NONE && cell.columnSpan == 1) {
            alignments.set(column, cell.alignment);
          }
        }
      }
      heldRows.replaceAll(rows -> Math.max(0, rows - 1));
    }
    return alignments;
  }
}
