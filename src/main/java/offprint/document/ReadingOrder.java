package offprint.document;

import java.util.List;
import java.util.function.Consumer;

/** Goes through blocks as a reader does, and shows each inline and each heading on the way. */
public final class ReadingOrder {
  private final Consumer<Inline> inlines;
  private final Consumer<Block> blocks;

  /**
   * @param inlines told of every inline, of one with content before what it holds
   * @param headings told of every heading before its words
   */
  public ReadingOrder(Consumer<Inline> inlines, Consumer<Block.Heading> headings) {
    this(
        inlines,
        (EachBlock)
            block -> {
              if (block instanceof Block.Heading heading) {
                headings.accept(heading);
              }
            });
  }

  private ReadingOrder(Consumer<Inline> inlines, EachBlock blocks) {
    this.inlines = inlines;
    this.blocks = blocks;
  }

  private interface EachBlock extends Consumer<Block> {}

  /** Shows every block, before what it holds, and every inline. */
  public static ReadingOrder ofAll(Consumer<Block> blocks, Consumer<Inline> inlines) {
    return new ReadingOrder(inlines, (EachBlock) blocks::accept);
  }

  public void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  public void inlines(List<Inline> content) {
    content.forEach(this::inline);
  }

  private void block(Block block) {
    blocks.accept(block);
    switch (block) {
      case Block.Heading heading -> inlines(heading.content());
      case Block.Paragraph paragraph -> inlines(paragraph.content());
      case Block.BlockQuote quote -> blocks(quote.content());
      case Block.Alert alert -> {
        if (alert.title() != null) {
          inlines(alert.title());
        }
        blocks(alert.content());
      }
      case Block.BulletList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.OrderedList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.DefinitionList list -> list.entries().forEach(this::entry);
      case Block.Verse verse ->
          verse
              .stanzas()
              .forEach(stanza -> stanza.lines().forEach(line -> inlines(line.content())));
      case Block.CodeBlock code -> {}
      case Block.Formula formula -> {}
      case Block.ThematicBreak thematicBreak -> {}
      case Block.Table table -> table(table);
      case Block.Figure figure -> {
        inline(figure.picture());
        inlines(figure.caption());
      }
    }
  }

  private void entry(Block.DefinitionList.Entry entry) {
    entry.terms().forEach(term -> inlines(term.content()));
    entry.definitions().forEach(definition -> blocks(definition.content()));
  }

  private void table(Block.Table table) {
    inlines(table.caption());
    rows(table.head());
    rows(table.body());
  }

  private void rows(List<Block.Table.Row> rows) {
    rows.forEach(row -> row.cells().forEach(cell -> blocks(cell.content())));
  }

  private void inline(Inline inline) {
    inlines.accept(inline);
    switch (inline) {
      case Inline.Phrase phrase -> inlines(phrase.content());
      case Inline.Abbreviation abbreviation -> inlines(abbreviation.content());
      case Inline.Link link -> inlines(link.content());
      case Inline.Text text -> {}
      case Inline.Code code -> {}
      case Inline.Formula formula -> {}
      case Inline.Image image -> {}
      case Inline.NoteReference reference -> {}
      case Inline.LineBreak lineBreak -> {}
      case Inline.SoftBreak softBreak -> {}
    }
  }
}
