package offprint.epub;

import static offprint.document.Block.Table.Alignment.CENTER;
import static offprint.document.Block.Table.Alignment.LEFT;
import static offprint.document.Block.Table.Alignment.NONE;
import static offprint.document.Block.Table.Alignment.RIGHT;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import offprint.document.Block;
import offprint.document.Block.ListItem;
import offprint.document.Block.Table;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Note;
import offprint.document.Settings;
import offprint.source.Asset;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;

/** Articles made by hand from the model, for the tests of this room. */
final class Articles {
  static final Place PLACE = new Place("article.md", 3, 1);
  static final Source SOURCE = new Source("article.md", null, "the source\n");

  static final Metadata PLAIN =
      new Metadata(
          "Reefs",
          null,
          null,
          List.of(),
          LocalDate.of(2025, 12, 1),
          null,
          "en",
          null,
          List.of(),
          null,
          null,
          null,
          null,
          null);

  private Articles() {}

  // Blocks and inlines, in few words.

  static Inline words(String text) {
    return new Inline.Text(text, PLACE);
  }

  static Block.Paragraph paragraph(Inline... content) {
    return new Block.Paragraph(List.of(content), PLACE);
  }

  static Block.Paragraph paragraph(String text) {
    return paragraph(words(text));
  }

  static Block.Heading heading(int level, String id, String text) {
    return new Block.Heading(level, id, List.of(words(text)), PLACE);
  }

  static Inline phrase(Inline.Phrase.Kind kind, Inline... content) {
    return new Inline.Phrase(kind, List.of(content), null, PLACE);
  }

  static Inline.Link link(String text, Inline.Target target) {
    return new Inline.Link(List.of(words(text)), target, null, PLACE);
  }

  static Inline.Link entry(String text, int number) {
    return link(text, new Inline.Target.Entry(number, false));
  }

  static Inline.Link nowhere(String text) {
    return link(text, new Inline.Target.Nowhere("#"));
  }

  static Inline.NoteReference mark(int number, int place) {
    String id = "fnref" + number + (place == 1 ? "" : "-" + place);
    return new Inline.NoteReference(number, id, PLACE);
  }

  static Note note(int number, int references, Block... content) {
    return new Note(number, "fn" + number, List.of(content), references, PLACE);
  }

  static ListItem item(Block... content) {
    return new ListItem(ListItem.Task.NONE, List.of(content), PLACE);
  }

  static ListItem task(boolean done, Block... content) {
    return new ListItem(done ? ListItem.Task.DONE : ListItem.Task.OPEN, List.of(content), PLACE);
  }

  static Inline.Image image(Asset asset, String alternative) {
    return new Inline.Image(asset, alternative, null, null, null, PLACE);
  }

  static Table.Cell cell(boolean header, int columns, int rows, Block... content) {
    return new Table.Cell(List.of(content), header, columns, rows, PLACE);
  }

  static Table.Row row(Table.Cell... cells) {
    return new Table.Row(List.of(cells));
  }

  static LinkList links(LinkList.Mode mode, String... addresses) {
    List<LinkList.Entry> entries = new ArrayList<>();
    for (String address : addresses) {
      entries.add(
          new LinkList.Entry(
              entries.size() + 1, address, "words " + (entries.size() + 1), List.of(PLACE)));
    }
    return new LinkList(mode, entries, List.of());
  }

  static Document document(Metadata metadata, Block... body) {
    return document(metadata, links(LinkList.Mode.LIST), List.of(), body);
  }

  static Document document(Metadata metadata, LinkList links, List<Note> notes, Block... body) {
    return new Document(
        metadata,
        List.of(words(metadata.title())),
        Arrays.asList(body),
        List.of(),
        notes,
        links,
        Settings.NONE,
        SOURCE);
  }

  static Metadata inLanguage(String language) {
    return new Metadata(
        "Reefs",
        null,
        null,
        List.of(author("Ada Lovelace"), author("Alan Turing")),
        LocalDate.of(2025, 12, 1),
        null,
        language,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }

  static Metadata.Author author(String name) {
    int blank = name.lastIndexOf(' ');
    String fileAs = name.substring(blank + 1) + ", " + name.substring(0, blank);
    return new Metadata.Author(name, fileAs, null, null, null, null);
  }

  // Pictures.

  static Asset png(String path) {
    return raster(path, "image/png", "png");
  }

  static Asset jpeg(String path) {
    return raster(path, "image/jpeg", "jpg");
  }

  static Asset gif(String path) {
    return raster(path, "image/gif", "gif");
  }

  /** One pixel, lossless. */
  static Asset webp(String path) {
    byte[] bytes = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    return new Asset(path, "image/webp", 1, 1, bytes);
  }

  static Asset svg(String path) {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">"
            + "<title>A bar</title><rect width=\"20\" height=\"10\"/></svg>";
    return new Asset(path, "image/svg+xml", 20, 10, svg.getBytes(StandardCharsets.UTF_8));
  }

  private static Asset raster(String path, String mediaType, String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(16, 24, BufferedImage.TYPE_INT_RGB), format, out);
      return new Asset(path, mediaType, 16, 24, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Whole articles.

  /** Everything at once. */
  static Document kitchenSink(LinkList.Mode mode, Settings.@Nullable Placeholders placeholders) {
    Metadata metadata =
        new Metadata(
            "Reefs & <Sinks>: “everything”",
            "All at once",
            null,
            List.of(
                new Metadata.Author(
                    "Ada Lovelace",
                    "Lovelace, Ada",
                    "Analyst",
                    "Analytical Engines",
                    "0000-0002-1825-0097",
                    null),
                author("Alan Turing"),
                new Metadata.Author(
                    "Grace Hopper", "Hopper, Grace", null, "US Navy", "0000-0000", null)),
            LocalDate.of(2025, 12, 1),
            LocalDate.of(2025, 12, 24),
            "en-GB",
            "What a reef & a sink share.",
            List.of("reefs", "sinks & \"more\""),
            "The Press",
            "CC BY 4.0",
            "https://example.org/reefs",
            "10.1234/reef.5678",
            new Metadata.Cover(jpeg("covers/front page.jpg"), PLACE));
    List<Block> body = new ArrayList<>();
    body.addAll(text());
    body.addAll(lists());
    body.addAll(pictures());
    body.add(table());
    return new Document(
        metadata,
        List.of(
            words("Reefs & <Sinks>: "),
            phrase(Inline.Phrase.Kind.EMPHASIS, words("“everything”")),
            mark(1, 1)),
        body,
        List.of(
            paragraph(
                phrase(Inline.Phrase.Kind.BOLD, words("Ada Lovelace")),
                words(" is an analyst. "),
                entry("Her page", 1))),
        List.of(
            note(1, 3, paragraph(words("First, with "), entry("a link", 2), words("."))),
            note(
                2,
                1,
                new Block.CodeBlock(null, "code first\n", PLACE),
                paragraph(words("and a mark"), mark(4, 1))),
            note(3, 2, paragraph("one"), new Block.BlockQuote(List.of(paragraph("two")), PLACE)),
            note(4, 1)),
        new LinkList(
            mode,
            List.of(
                new LinkList.Entry(1, "https://example.org/a?b=1&c=2", "one", List.of(PLACE)),
                new LinkList.Entry(2, "mailto:ada@example.org", "two", List.of(PLACE)),
                new LinkList.Entry(
                    3, "http://bücher.example/a b/[x]|\"q\"\\ü#f#g%zz", "odd", List.of(PLACE)),
                new LinkList.Entry(4, "made-up:no where", "made up", List.of(PLACE)),
                new LinkList.Entry(5, "other.md", "relative", List.of(PLACE)),
                new LinkList.Entry(
                    6, "https://example.org/bare", "https://example.org/bare", List.of(PLACE)),
                new LinkList.Entry(7, "http://", "no host", List.of(PLACE)),
                new LinkList.Entry(8, "file:///etc/hosts", "a file", List.of(PLACE))),
            List.of(
                new LinkList.Placeholder("no “address”", "#", PLACE),
                new LinkList.Placeholder("none either", "", PLACE))),
        Settings.builder().links(mode).placeholders(placeholders).build(),
        SOURCE);
  }

  private static List<Block> text() {
    List<Inline> kinds = new ArrayList<>();
    for (Inline.Phrase.Kind kind : Inline.Phrase.Kind.values()) {
      kinds.add(phrase(kind, words(kind.element())));
      kinds.add(new Inline.SoftBreak(PLACE));
    }
    kinds.add(new Inline.Phrase(Inline.Phrase.Kind.ITALIC, List.of(words("mot")), "fr", PLACE));
    kinds.add(new Inline.Phrase(Inline.Phrase.Kind.ITALIC, List.of(words("?")), "n_o", PLACE));
    kinds.add(new Inline.Abbreviation(List.of(words("HTML")), "HyperText & Co", PLACE));
    kinds.add(new Inline.Abbreviation(List.of(words("XML")), null, PLACE));
    kinds.add(new Inline.Code("a < b && \"c\"", PLACE));
    kinds.add(new Inline.LineBreak(PLACE));
    kinds.add(words("control \u0001\u0008, \ufffe, \ud800, emoji 👩‍🚀, שלום, ]]>, tab\tend"));
    List<Block> text = new ArrayList<>();
    text.add(paragraph("Before any heading."));
    // Levels skipped, and ids that are ours by chance.
    text.add(heading(3, "links", "Third first"));
    text.add(new Block.Paragraph(kinds, PLACE));
    text.add(heading(1, "link1", "Then first"));
    text.add(heading(6, "a-b_c", "Sixth"));
    text.add(
        paragraph(
            entry("one", 1),
            words(", "),
            entry("two", 2),
            words(", "),
            entry("odd", 3),
            words(", "),
            entry("made up", 4),
            words(", "),
            entry("relative", 5),
            words(", "),
            link("https://example.org/bare", new Inline.Target.Entry(6, true)),
            words(", "),
            entry("no host", 7),
            words(", "),
            entry("a file", 8),
            words(", "),
            entry("one again", 1),
            words(", "),
            link("a heading", new Inline.Target.Anchor("a-b_c")),
            words(", "),
            link("a note", new Inline.Target.Anchor("fn2")),
            words(", "),
            link("nothing", new Inline.Target.Anchor("not-there")),
            words(", "),
            nowhere("no “address”"),
            words(", "),
            nowhere("none either")));
    text.add(
        paragraph(
            words("Marks"),
            mark(1, 2),
            mark(2, 1),
            mark(3, 1),
            new Inline.Link(
                List.of(words("in a link"), mark(3, 2), nowhere("and a link in it")),
                new Inline.Target.Entry(1, false),
                "a title",
                PLACE)));
    text.add(
        new Block.BlockQuote(
            List.of(heading(2, "quoted", "Quoted heading"), paragraph("Quoted.")), PLACE));
    for (Block.Alert.Kind kind : Block.Alert.Kind.values()) {
      text.add(new Block.Alert(kind, null, List.of(paragraph("Mind this.")), PLACE));
    }
    text.add(new Block.ThematicBreak(PLACE));
    text.add(new Block.CodeBlock("c++", "\n  int a = b < c;\n\n", PLACE));
    text.add(new Block.CodeBlock(null, "", PLACE));
    return text;
  }

  private static List<Block> lists() {
    Block deep = new Block.BulletList(List.of(item(paragraph("bottom"))), true, PLACE);
    for (int depth = 0; depth < 12; depth++) {
      deep =
          depth % 2 == 0
              ? new Block.OrderedList(
                  depth, List.of(item(paragraph("level " + depth), deep)), true, PLACE)
              : new Block.BulletList(List.of(item(deep)), false, PLACE);
    }
    Block tasks =
        new Block.BulletList(
            List.of(
                task(true, paragraph("written"), paragraph("and read")),
                task(false, new Block.CodeBlock(null, "print\n", PLACE)),
                task(false)),
            false,
            PLACE);
    Block empty = new Block.BulletList(List.of(item()), true, PLACE);
    Block big = new Block.OrderedList(999_999_999, List.of(item(paragraph("last"))), true, PLACE);
    return List.of(deep, tasks, empty, big);
  }

  private static List<Block> pictures() {
    Asset reef = png("fig/reef.png");
    Inline.Image half =
        new Inline.Image(reef, "a reef", "Reef", new Inline.Image.Extent(50, true), null, PLACE);
    Inline.Image sized =
        new Inline.Image(
            gif("ein Bild (ä).gif"),
            "",
            null,
            new Inline.Image.Extent(33.4, false),
            new Inline.Image.Extent(20, false),
            PLACE);
    return List.of(
        new Block.Figure(half, List.of(words("A reef"), mark(1, 3), words(".")), PLACE),
        new Block.Figure(image(svg("fig/bar.svg"), "a bar"), List.of(), PLACE),
        paragraph(
            image(reef, "the same"),
            sized,
            image(webp("fig/dot.webp"), "a dot"),
            image(jpeg("other/REEF.jpg"), "a photograph"),
            image(png("other/reef.png"), "another")));
  }

  private static Block table() {
    return new Table(
        List.of(words("Catches")),
        List.of(LEFT, CENTER, RIGHT, NONE),
        List.of(
            row(
                cell(true, 1, 1, paragraph("Year")),
                cell(true, 2, 1, paragraph("Both")),
                cell(true, 1, 1, paragraph("")))),
        List.of(
            row(
                cell(true, 1, 2, paragraph("2024")),
                cell(false, 1, 1, paragraph("1")),
                cell(false, 1, 1, paragraph("2")),
                cell(false, 1, 1, paragraph(entry("3", 1)))),
            row(
                cell(false, 1, 1, paragraph("4")),
                cell(false, 1, 1, paragraph("5"), paragraph("more")),
                cell(false, 1, 1))),
        PLACE);
  }

  /** Long enough to be cut, with links and notes from one part to another. */
  static Document long_() {
    List<Block> body = new ArrayList<>();
    body.add(paragraph(words("To "), link("the end", new Inline.Target.Anchor("part-9"))));
    for (int part = 0; part < 10; part++) {
      body.add(heading(1, "part-" + part, "Part " + part));
      body.add(
          paragraph(
              words("See "),
              link("the first", new Inline.Target.Anchor("part-0")),
              words(" and "),
              entry("elsewhere", 1),
              part < 5 ? mark(1, part + 1) : mark(part - 3, 1)));
      body.add(heading(2, "below-" + part, "Below " + part));
      body.add(heading(3, "deep-" + part, "Deep " + part));
      body.add(paragraph("word ".repeat(Division.LONG / 40)));
    }
    List<Note> notes = new ArrayList<>();
    notes.add(note(1, 5, paragraph("Called from five parts.")));
    for (int number = 2; number < 7; number++) {
      notes.add(note(number, 1, paragraph("Called once.")));
    }
    return document(
        PLAIN,
        links(LinkList.Mode.LIST, "https://example.org/"),
        notes,
        body.toArray(new Block[0]));
  }
}
