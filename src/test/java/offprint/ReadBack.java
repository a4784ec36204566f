package offprint;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.document.Wording;
import offprint.math.Formula;
import offprint.math.UnreadableFormula;
import offprint.pdf.TaggedPdf.Node;

/**
 * An article as pieces, each of which is read by itself: what it is, and its words. Made from the
 * model, and from the structure of a PDF; the two are to be the same.
 */
final class ReadBack {
  private final Wording wording;
  private String language;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param words as the model has them, or as a PDF has them painted
   * @param language that they are in, where they do not say another
   */
  record Piece(String kind, String words, String language) {
    /** Whether what is painted is read as this piece of the model. */
    boolean isReadFrom(Piece painted) {
      return kind.equals(painted.kind)
          && ReadingOrder.ofParagraph(words, language).isOf(painted.words);
    }

    @Override
    public String toString() {
      return kind + " " + ReadingOrder.plain(words);
    }
  }

  private ReadBack(String language) {
    this.wording = Wording.of(language);
    this.language = language;
  }

  /** Of blocks of the model. */
  static List<Piece> of(List<Block> blocks, String language) {
    ReadBack read = new ReadBack(language);
    read.blocks(blocks);
    return read.pieces;
  }

  /** Of an element of a PDF; notes in it are left out. */
  static List<Piece> of(Node node, String language) {
    ReadBack read = new ReadBack(language);
    read.node(node);
    return read.pieces;
  }

  private void add(String kind, String words) {
    pieces.add(new Piece(kind, words, language));
  }

  // ---- the model

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading ->
          add("H" + Math.min(6, heading.level() + 1), words(heading.content()));
      case Block.Paragraph paragraph -> paragraph(paragraph);
      case Block.BlockQuote quote -> blocks(quote.content());
      case Block.Alert alert -> {
        List<Inline> title = wording.title(alert);
        if (!title.isEmpty()) {
          add("P", words(title));
        }
        blocks(alert.content());
      }
      case Block.BulletList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.OrderedList list -> list.items().forEach(item -> blocks(item.content()));
      case Block.DefinitionList list ->
          list.entries()
              .forEach(
                  entry -> {
                    entry.terms().forEach(term -> add("Lbl", words(term.content())));
                    entry.definitions().forEach(definition -> blocks(definition.content()));
                  });
      case Block.Verse verse ->
          verse
              .stanzas()
              .forEach(
                  stanza ->
                      add(
                          "P",
                          String.join(
                              " ",
                              stanza.lines().stream()
                                  .map(line -> words(line.content()))
                                  .toList())));
      // Code is written from left to right in every language.
      case Block.CodeBlock code -> pieces.add(new Piece("Code", code.text(), "zxx"));
      case Block.Formula formula -> add("Formula", said(formula.tex()));
      case Block.ThematicBreak thematicBreak -> {}
      case Block.Table table -> table(table);
      case Block.Figure figure -> {
        add(picture(figure.picture()), words(List.of(figure.picture())));
        if (!figure.caption().isEmpty()) {
          add("Caption", words(figure.caption()));
        }
      }
    }
  }

  private void paragraph(Block.Paragraph paragraph) {
    boolean code =
        paragraph.content().size() == 1 && paragraph.content().getFirst() instanceof Inline.Code;
    String kind = code ? "Code" : "P";
    add(
        paragraph.isPicture() ? picture(paragraph.content().getFirst()) : kind,
        words(paragraph.content()));
  }

  // One that is a link stands in a paragraph, since the link's number stands behind it.
  private static String picture(Inline picture) {
    return picture instanceof Inline.Image ? "Figure" : "P";
  }

  private void table(Block.Table table) {
    if (!table.caption().isEmpty()) {
      add("P", words(table.caption()));
    }
    List<Block.Table.Row> rows = new ArrayList<>(table.head());
    rows.addAll(table.body());
    for (Block.Table.Row row : rows) {
      for (Block.Table.Cell cell : row.cells()) {
        String kind = cell.header() ? "TH" : "TD";
        if (cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph p) {
          add(kind, words(p.content()));
        } else {
          add(kind, "");
          blocks(cell.content());
        }
      }
    }
  }

  private String words(List<Inline> content) {
    StringBuilder words = new StringBuilder();
    boolean marked = false;
    for (Inline inline : content) {
      // A comma parts two raised numbers.
      boolean called = inline instanceof Inline.NoteReference;
      words.append(called && marked ? "," : "");
      marked = called || isNumbered(inline);
      words.append(
          switch (inline) {
            case Inline.Text text -> text.text();
            case Inline.Code code -> code.text();
            case Inline.Formula formula -> "$" + said(formula.tex()) + "$";
            case Inline.Phrase phrase -> phrase(phrase);
            case Inline.Abbreviation abbreviation -> words(abbreviation.content());
            case Inline.Link link ->
                link.target() instanceof Inline.Target.Anchor
                    ? words(link.content()) + page()
                    : words(link.content());
            case Inline.Image image -> "[" + said(image) + "]";
            case Inline.NoteReference reference -> "";
            case Inline.LineBreak lineBreak -> " ";
            case Inline.SoftBreak softBreak -> " ";
          });
    }
    return words.toString();
  }

  private String phrase(Inline.Phrase phrase) {
    String around = language;
    String own = phrase.language();
    language = own == null ? around : own;
    String words = words(phrase.content());
    language = around;
    return own == null ? words : ReadingOrder.inLanguage(own, words);
  }

  private String said(String tex) {
    try {
      return Formula.read(tex).alternative(language);
    } catch (UnreadableFormula e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isNumbered(Inline inline) {
    return inline instanceof Inline.Link link
        && link.target() instanceof Inline.Target.Entry entry
        && !entry.bare();
  }

  private static String said(Inline.Image image) {
    if (!image.alternative().isBlank()) {
      return image.alternative();
    }
    String title = image.title();
    return title == null || title.isBlank() ? image.asset().path() : title;
  }

  // ---- the PDF

  private void node(Node node) {
    switch (node.type()) {
      case "Note" -> {}
      case "Figure" -> add("Figure", "[" + node.string("Alt") + "]");
      case "Formula" -> add("Formula", String.valueOf(node.string("Alt")));
      case "L" -> list(node);
      case "TOCI" -> add("TOCI", words(node));
      case "P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "TH", "TD", "Lbl", "LBody" ->
          piece(node);
      default -> node.nodes().forEach(this::node);
    }
  }

  private void list(Node list) {
    boolean defines = "None".equals(list.name("ListNumbering"));
    for (Node item : list.nodes()) {
      for (Node part : item.nodes()) {
        if (defines || !part.type().equals("Lbl")) {
          node(part);
        }
      }
    }
  }

  private void piece(Node node) {
    boolean inLine = node.nodes().stream().allMatch(kid -> isInLine(node, kid));
    if (!inLine) {
      if (node.type().startsWith("T")) {
        add(node.type(), "");
      }
      node.nodes().forEach(this::node);
    } else if (node.type().equals("P")
        && node.kids().size() == 1
        && node.nodes().size() == 1
        && node.nodes().getFirst().type().equals("Code")) {
      add("Code", words(node));
    } else {
      add(node.type(), words(node));
    }
  }

  private static boolean isInLine(Node parent, Node kid) {
    return switch (kid.type()) {
      case "Span", "Link", "Reference", "Code", "Note" -> true;
      case "Figure", "Formula" -> "Inline".equals(kid.name("Placement"));
      default -> false;
    };
  }

  private String words(Node node) {
    StringBuilder words = new StringBuilder();
    for (Object kid : node.kids()) {
      if (kid instanceof String text) {
        words.append(text);
      } else if (kid instanceof Node inner) {
        String lang = inner.string("Lang");
        words.append(ReadingOrder.PART);
        words.append(
            switch (inner.type()) {
              case "Reference" -> node.type().equals("TOCI") ? words(inner) : "";
              case "Note" -> "";
              case "Figure" -> "[" + inner.string("Alt") + "]";
              case "Formula" -> "$" + inner.string("Alt") + "$";
              default -> lang == null ? words(inner) : ReadingOrder.inLanguage(lang, words(inner));
            });
        words.append(ReadingOrder.PART);
      }
    }
    return words.toString();
  }

  /** What stands behind a link to another place of the article. */
  private String page() {
    return " (" + wording.beforePage() + ReadingOrder.NUMBER + wording.behindPage() + ")";
  }
}
