package offprint.epub;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Block.ListItem.Task;
import offprint.document.Block.Table;
import offprint.document.Direction;
import offprint.document.Inline;
import offprint.document.TableGrid;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/** Writes blocks into one content document. */
final class BlockWriter {
  private final Edition edition;
  private final Xhtml out;
  private final InlineWriter inlines;
  private final @Nullable Block withInitial;

  /**
   * @param inlines of the same document
   */
  BlockWriter(Edition edition, Xhtml out, InlineWriter inlines) {
    this.edition = edition;
    this.out = out;
    this.inlines = inlines;
    this.withInitial = edition.document().withInitial();
  }

  void write(List<Block> blocks) {
    for (Block block : blocks) {
      write(block);
      out.line();
    }
  }

  private void write(Block block) {
    Tag tag = block == withInitial ? Tag.DROP_CAP : Tag.of(block);
    switch (block) {
      case Block.Heading heading -> {
        // Before it, since what lists headings would read the page's number with it.
        inlines.pages(heading);
        out.open(
            apart(tag, heading.content()), "id", heading.id(), "dir", direction(heading.content()));
        inlines.write(heading.content());
        out.close();
      }
      case Block.Paragraph paragraph -> {
        out.open(apart(tag, paragraph.content()), "dir", direction(paragraph.content()));
        inlines.write(paragraph.content());
        out.close();
      }
      case Block.BlockQuote quote -> {
        out.open(tag).line();
        write(quote.content());
        out.close();
      }
      case Block.Alert alert -> alert(alert, tag);
      case Block.BulletList list -> {
        out.open(tag).line();
        items(list.items(), list.tight());
        out.close();
      }
      case Block.OrderedList list -> {
        out.open(tag, "start", list.start() == 1 ? null : String.valueOf(list.start())).line();
        items(list.items(), list.tight());
        out.close();
      }
      case Block.DefinitionList list -> definitions(list, tag);
      case Block.Verse verse -> verse(verse, tag);
      case Block.CodeBlock code -> code(code, tag);
      case Block.Formula formula -> {
        out.open(tag);
        inlines.formula(formula, formula.tex(), true);
        out.close();
      }
      case Block.ThematicBreak thematicBreak -> out.empty(tag);
      case Block.Table table -> table(table, tag);
      case Block.Figure figure -> figure(figure, tag);
    }
  }

  /**
   * With a class for what is links and nothing else: they are no part of a sentence, and so each
   * needs room for a finger (WCAG 2.2, 2.5.8).
   */
  private static Tag apart(Tag tag, List<Inline> content) {
    if (!areLinks(content) || content.isEmpty()) {
      return tag;
    }
    List<String> classes = new ArrayList<>(tag.classes());
    classes.add("links-alone");
    return new Tag(tag.name(), classes);
  }

  /** What a box begins with in a line of its own; nothing where paragraphs are boxes themselves. */
  private static List<Inline> line(List<Block> content, boolean tight) {
    return tight && !content.isEmpty() && content.getFirst() instanceof Block.Paragraph paragraph
        ? paragraph.content()
        : List.of();
  }

  private static boolean areLinks(List<Inline> content) {
    return content.stream()
        .allMatch(
            inline ->
                switch (inline) {
                  case Inline.Link link -> !(link.target() instanceof Inline.Target.Nowhere);
                  case Inline.NoteReference reference -> true;
                  case Inline.Phrase phrase -> areLinks(phrase.content());
                  case Inline.Abbreviation abbreviation -> areLinks(abbreviation.content());
                  case Inline.Text text -> text.text().isBlank();
                  case Inline.SoftBreak softBreak -> true;
                  case Inline.LineBreak lineBreak -> true;
                  case Inline.Code code -> false;
                  case Inline.Formula formula -> false;
                  case Inline.Image image -> false;
                });
  }

  /** Said where it is not the article's own. */
  private @Nullable String direction(List<Inline> content) {
    boolean rightToLeft =
        Direction.of(Inline.text(content), language(content)) == Direction.RIGHT_TO_LEFT;
    return rightToLeft == edition.isRightToLeft() ? null : rightToLeft ? "rtl" : "ltr";
  }

  /** The language that words begin in. */
  private String language(List<Inline> content) {
    boolean inPhrase = !content.isEmpty() && content.getFirst() instanceof Inline.Phrase;
    if (!inPhrase) {
      return edition.language();
    }
    Inline.Phrase phrase = (Inline.Phrase) content.getFirst();
    return phrase.language() == null ? language(phrase.content()) : phrase.language();
  }

  private void alert(Block.Alert alert, Tag tag) {
    out.open(tag, "role", "note").line();
    List<Inline> title = edition.wording().title(alert);
    inlines.pages(alert);
    if (!title.isEmpty()) {
      String language = alert.title() == null ? edition.wording().foreign() : null;
      out.open(Tag.label(alert), "lang", language, "dir", direction(title));
      inlines.write(title);
      out.close().line();
    }
    write(alert.content());
    out.close();
  }

  private void items(List<Block.ListItem> items, boolean tight) {
    for (Block.ListItem item : items) {
      out.open(apart(Tag.of(item), line(item.content(), tight)));
      item(item.content(), item.task(), tight);
      out.close().line();
    }
  }

  // A tight item's paragraphs are no elements of their own (CommonMark 0.31.2, section 5.3), so
  // that reading systems set no space between them, whatever becomes of the sheet.
  private void item(List<Block> content, Task task, boolean tight) {
    boolean boxed = task == Task.NONE;
    for (int i = 0; i < content.size(); i++) {
      Block block = content.get(i);
      if (i > 0 || !(block instanceof Block.Paragraph)) {
        out.line();
      }
      if (block instanceof Block.Paragraph paragraph) {
        if (!tight) {
          out.open(Tag.of(paragraph), "dir", direction(paragraph.content()));
        }
        if (!boxed) {
          box(task);
          boxed = true;
        }
        inlines.write(paragraph.content());
        if (!tight) {
          out.close();
        }
      } else {
        if (!boxed) {
          box(task);
          boxed = true;
        }
        write(block);
      }
    }
    if (!boxed) {
      box(task);
    }
  }

  private void box(Task task) {
    boolean done = task == Task.DONE;
    String language = edition.wording().foreign();
    out.open(Tag.TASK, "role", "img", "aria-label", edition.wording().task(done), "lang", language)
        .text(done ? "☑" : "☐")
        .close()
        .text(" ");
  }

  private void definitions(Block.DefinitionList list, Tag tag) {
    out.open(tag).line();
    for (Block.DefinitionList.Entry entry : list.entries()) {
      for (Block.DefinitionList.Term term : entry.terms()) {
        out.open(apart(Tag.TERM, term.content()));
        inlines.write(term.content());
        out.close().line();
      }
      for (Block.DefinitionList.Definition definition : entry.definitions()) {
        out.open(apart(Tag.DEFINITION, line(definition.content(), list.tight())));
        item(definition.content(), Task.NONE, list.tight());
        out.close().line();
      }
    }
    out.close();
  }

  // A line's br is the last thing in it: it breaks where a sheet is dropped, and makes no line of
  // its own where the sheet says that a line is a block, so that it can hang.
  private void verse(Block.Verse verse, Tag tag) {
    out.open(tag).line();
    for (Block.Verse.Stanza stanza : verse.stanzas()) {
      out.open(Tag.STANZA).line();
      for (Block.Verse.Line line : stanza.lines()) {
        out.open(Tag.VERSE_LINE, "style", indent(line.indent()));
        inlines.write(line.content());
        out.empty(Tag.of("br")).close().line();
      }
      out.close().line();
    }
    out.close();
  }

  // A blank is about half an em; what would leave a small screen no room is cut.
  private @Nullable String indent(int blanks) {
    int halves = Math.min(blanks, 12);
    return halves == 0
        ? null
        : "margin-"
            + (edition.isRightToLeft() ? "right: " : "left: ")
            + halves / 2
            + (halves % 2 == 0 ? "em" : ".5em");
  }

  private void code(Block.CodeBlock code, Tag tag) {
    String language = code.language();
    // It is read from left to right, whatever its article is.
    out.open(tag, "dir", edition.isRightToLeft() ? "ltr" : null)
        .open(Tag.of("code"), "class", language == null ? null : "language-" + language);
    int at = 0;
    for (Block.CodeBlock.Part part : code.parts()) {
      inlines.code(code, code.text(), at, part.start(), code.place());
      out.open(Tag.of(part.kind()));
      inlines.code(code, code.text(), part.start(), part.end(), code.place());
      out.close();
      at = part.end();
    }
    inlines.code(code, code.text(), at, code.text().length(), code.place());
    out.close().close();
  }

  private void table(Table table, Tag tag) {
    out.open(tag).line();
    if (!table.caption().isEmpty()) {
      out.open(Tag.TABLE_CAPTION);
      inlines.write(table.caption());
      out.close().line();
    }
    TableGrid grid = new TableGrid(table);
    rows(Tag.TABLE_HEAD, grid.head(), grid, "col");
    rows(Tag.TABLE_BODY, grid.body(), grid, "row");
    out.close();
  }

  private void rows(Tag tag, List<List<TableGrid.Slot>> rows, TableGrid grid, String scope) {
    if (rows.isEmpty()) {
      return;
    }
    out.open(tag).line();
    for (List<TableGrid.Slot> row : rows) {
      out.open(Tag.TABLE_ROW);
      row.forEach(slot -> cell(slot, grid.alignment(slot), scope));
      out.close().line();
    }
    out.close().line();
  }

  private void cell(TableGrid.Slot slot, Table.Alignment alignment, String scope) {
    Table.Cell cell = slot.cell();
    // What heads nothing is no head (HTML, section 4.9.10).
    boolean isHead = cell.header() && !isEmpty(cell);
    List<String> classes =
        switch (alignment) {
          case NONE -> List.of();
          case LEFT -> List.of("left");
          case CENTER -> List.of("center");
          case RIGHT -> List.of("right");
        };
    boolean isLine =
        cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph;
    List<Inline> line = line(cell.content(), isLine);
    out.open(
        apart(new Tag(isHead ? "th" : "td", classes), line),
        "scope",
        isHead ? scope : null,
        "colspan",
        span(slot.columnSpan()),
        "rowspan",
        span(slot.rowSpan()));
    if (isLine) {
      inlines.write(line);
    } else {
      write(cell.content());
    }
    out.close();
  }

  private static boolean isEmpty(Table.Cell cell) {
    return cell.content().stream()
        .allMatch(block -> block instanceof Block.Paragraph line && line.content().isEmpty());
  }

  private static @Nullable String span(int cells) {
    return cells == 1 ? null : String.valueOf(cells);
  }

  private void figure(Block.Figure figure, Tag tag) {
    out.open(tag);
    inlines.write(List.of(figure.picture()));
    List<Inline> caption = figure.caption();
    if (!caption.isEmpty()) {
      out.open(Tag.FIGURE_CAPTION);
      inlines.write(caption);
      out.close();
    }
    out.close();
  }
}
