package offprint.document;

import java.util.List;

/** Writes blocks as the HTML that the CommonMark specification shows, to compare them with it. */
public final class CanonicalHtml {
  private final LinkList links;
  private final StringBuilder html = new StringBuilder();

  private CanonicalHtml(LinkList links) {
    this.links = links;
  }

  public static String of(List<Block> blocks, LinkList links) {
    CanonicalHtml canonical = new CanonicalHtml(links);
    canonical.blocks(blocks, false);
    return canonical.html.toString();
  }

  private void blocks(List<Block> blocks, boolean tight) {
    for (Block block : blocks) {
      block(block, tight);
    }
  }

  private void block(Block block, boolean tight) {
    switch (block) {
      case Block.Heading heading ->
          element("h" + heading.level(), "", () -> inlines(heading.content()));
      case Block.Paragraph paragraph -> {
        if (tight) {
          inlines(paragraph.content());
          html.append('\n');
        } else {
          element("p", "", () -> inlines(paragraph.content()));
        }
      }
      case Block.BlockQuote quote ->
          element("blockquote", "", () -> blocks(quote.content(), false));
      case Block.Alert alert ->
          element(
              "blockquote",
              attribute("class", alert.kind().name()),
              () -> blocks(alert.content(), false));
      case Block.BulletList list -> element("ul", "", () -> items(list.items(), list.tight()));
      case Block.OrderedList list ->
          element(
              "ol",
              list.start() == 1 ? "" : attribute("start", "" + list.start()),
              () -> items(list.items(), list.tight()));
      case Block.DefinitionList list -> element("dl", "", () -> definitions(list));
      case Block.Verse verse ->
          element("div", attribute("class", "verse"), () -> verse.stanzas().forEach(this::stanza));
      case Block.CodeBlock code -> {
        String language =
            code.language() == null ? "" : attribute("class", "language-" + code.language());
        // An HTML parser drops a line end that begins a pre; the code element keeps it.
        html.append("<pre><code").append(language).append('>');
        text(code.text());
        html.append("</code></pre>");
      }
      case Block.Formula formula -> element("p", "", () -> text("$$" + formula.tex() + "$$"));
      case Block.ThematicBreak line -> html.append("<hr>");
      case Block.Table table -> table(table);
      case Block.Figure figure ->
          element(
              "figure",
              "",
              () -> {
                inline(figure.picture());
                element("figcaption", "", () -> inlines(figure.caption()));
              });
    }
  }

  private void items(List<Block.ListItem> items, boolean tight) {
    for (Block.ListItem item : items) {
      element("li", "", () -> blocks(item.content(), tight));
    }
  }

  private void definitions(Block.DefinitionList list) {
    for (Block.DefinitionList.Entry entry : list.entries()) {
      entry.terms().forEach(term -> element("dt", "", () -> inlines(term.content())));
      entry
          .definitions()
          .forEach(
              definition -> element("dd", "", () -> blocks(definition.content(), list.tight())));
    }
  }

  private void stanza(Block.Verse.Stanza stanza) {
    element(
        "p",
        "",
        () -> {
          for (Block.Verse.Line line : stanza.lines()) {
            html.append("\u00a0".repeat(line.indent()));
            inlines(line.content());
            html.append("<br>\n");
          }
        });
  }

  private void table(Block.Table table) {
    element(
        "table",
        "",
        () -> {
          if (!table.caption().isEmpty()) {
            element("caption", "", () -> inlines(table.caption()));
          }
          if (!table.head().isEmpty()) {
            element("thead", "", () -> rows(table.head()));
          }
          if (!table.body().isEmpty()) {
            element("tbody", "", () -> rows(table.body()));
          }
        });
  }

  private void rows(List<Block.Table.Row> rows) {
    for (Block.Table.Row row : rows) {
      element(
          "tr",
          "",
          () -> {
            for (Block.Table.Cell cell : row.cells()) {
              String spans =
                  (cell.columnSpan() == 1 ? "" : attribute("colspan", "" + cell.columnSpan()))
                      + (cell.rowSpan() == 1 ? "" : attribute("rowspan", "" + cell.rowSpan()));
              boolean line =
                  cell.content().size() == 1
                      && cell.content().getFirst() instanceof Block.Paragraph;
              element(cell.header() ? "th" : "td", spans, () -> blocks(cell.content(), line));
            }
          });
    }
  }

  private void inlines(List<Inline> content) {
    content.forEach(this::inline);
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text text -> text(text.text());
      case Inline.Phrase phrase ->
          element(
              phrase.kind().element(),
              phrase.language() == null ? "" : attribute("lang", phrase.language()),
              () -> inlines(phrase.content()));
      case Inline.Abbreviation abbreviation ->
          element(
              "abbr",
              abbreviation.expansion() == null ? "" : attribute("title", abbreviation.expansion()),
              () -> inlines(abbreviation.content()));
      case Inline.Formula formula -> text("$" + formula.tex() + "$");
      case Inline.Code code -> element("code", "", () -> text(code.text()));
      case Inline.Link link -> {
        String title = link.title() == null ? "" : attribute("title", link.title());
        switch (link.target()) {
          case Inline.Target.Entry entry ->
              element(
                  "a",
                  attribute("href", links.entry(entry.number()).address()) + title,
                  () -> inlines(link.content()));
          case Inline.Target.Anchor anchor ->
              element(
                  "a", attribute("href", "#" + anchor.id()) + title, () -> inlines(link.content()));
          case Inline.Target.Nowhere nowhere -> inlines(link.content());
        }
      }
      case Inline.Image image ->
          html.append("<img")
              .append(attribute("src", image.asset().path()))
              .append(attribute("alt", image.alternative()))
              .append(image.title() == null ? "" : attribute("title", image.title()))
              .append('>');
      case Inline.NoteReference reference ->
          element("sup", attribute("id", reference.id()), () -> text("" + reference.number()));
      case Inline.LineBreak lineBreak -> html.append("<br>\n");
      case Inline.SoftBreak softBreak -> html.append('\n');
    }
  }

  private void element(String name, String attributes, Runnable content) {
    html.append('<').append(name).append(attributes).append('>');
    content.run();
    html.append("</").append(name).append('>');
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  private void text(String text) {
    html.append(escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
