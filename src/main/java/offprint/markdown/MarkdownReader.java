package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Note;
import offprint.document.Settings;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Pictures;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.image.attributes.ImageAttributesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article. It is parsed once into commonmark's tree; one pass after another changes that
 * tree, until all that is in it is what it looks like; then it is read once, from the first word to
 * the last, into the document.
 */
public final class MarkdownReader {
  /** How many blocks, and how many inlines, may stand in one another; what is deeper is text. */
  static final int DEPTH = 100;

  private final Settings commandLine;
  private final Findings findings;

  public MarkdownReader(Settings commandLine, Findings findings) {
    this.commandLine = commandLine;
    this.findings = findings;
  }

  public Document read(Source source) {
    FrontMatter frontMatter = FrontMatter.read(source, findings);
    Settings settings = commandLine.or(frontMatter.settings());
    Places places = new Places(source);
    Node tree = parse(frontMatter.body(), places, settings);
    if (ContentsMark.take(tree, places, findings)) {
      settings = settings.or(Settings.builder().contents(Settings.Contents.TRUE).build());
    }
    Masthead masthead = Masthead.recognise(tree, frontMatter, source, findings);
    CutParagraphs.look(
        tree,
        settings.repair() != null ? settings.repair() : Settings.Repair.REPORT,
        source,
        findings);
    @Nullable Punctuation punctuation =
        Boolean.FALSE.equals(settings.smart())
            ? null
            : new Punctuation(frontMatter.language(), source);
    Pictures pictures = new Pictures(source, findings);
    Metadata.@Nullable Cover cover = null;
    if (masthead.coverPath() != null) {
      Asset picture = pictures.read(masthead.coverPath(), masthead.coverPlace());
      cover = picture == null ? null : new Metadata.Cover(picture, masthead.coverPlace());
    }
    Node titleBlock = masthead.titleBlock();
    List<Node> about = masthead.about();
    HeadingIds.closeGaps(tree, about);
    if (punctuation != null) {
      punctuate(punctuation, titleBlock);
      punctuate(punctuation, tree);
      about.forEach(block -> punctuate(punctuation, block));
    }
    Reading reading = new Reading(source, frontMatter, tree, about, places, settings, pictures);
    List<Inline> title = reading.inlines.read(masthead.title());
    Metadata metadata = masthead.metadata(Inline.text(title), cover, punctuation);
    List<Block> body = reading.blocks(Nodes.children(tree));
    List<Block> aboutBlocks = about.isEmpty() ? bios(metadata, source) : reading.blocks(about);
    List<Note> notes = reading.notes.list(findings);
    reading.references.tell();
    return new Document(
        metadata,
        title,
        summary(frontMatter.text("abstract"), punctuation),
        body,
        aboutBlocks,
        notes,
        reading.references.list(),
        settings,
        source,
        pictures.files());
  }

  /** An abstract is plain text; an empty line parts its paragraphs. */
  private static List<Block> summary(
      @Nullable Fact<String> written, @Nullable Punctuation punctuation) {
    List<Block> summary = new ArrayList<>();
    if (written != null) {
      for (String paragraph : written.value().split("\\R\\s*\\R")) {
        String words = paragraph.strip().replaceAll("\\s+", " ");
        String set = punctuation == null ? words : punctuation.apply(words);
        summary.add(
            new Block.Paragraph(List.of(new Inline.Text(set, written.place())), written.place()));
      }
    }
    return summary;
  }

  /** What the front matter says about the authors, where the text says nothing. */
  private static List<Block> bios(Metadata metadata, Source source) {
    List<Block> bios = new ArrayList<>();
    Place place = Place.of(source.name());
    for (Metadata.Author author : metadata.authors()) {
      String bio = author.bio();
      if (bio != null) {
        bios.add(new Block.Paragraph(List.of(new Inline.Text(bio, place)), place));
      }
    }
    return bios;
  }

  /** The article as CommonMark has it and no more: no masthead, no punctuation. */
  Body body(Source source) {
    Places places = new Places(source);
    Node tree = parse(source.text(), places, commandLine);
    Pictures pictures = new Pictures(source, findings);
    FrontMatter none = FrontMatter.read(new Source(source.name(), null, ""), findings);
    Reading reading = new Reading(source, none, tree, List.of(), places, commandLine, pictures);
    List<Block> blocks = reading.blocks(Nodes.children(tree));
    List<Note> notes = reading.notes.list(findings);
    reading.references.tell();
    return new Body(blocks, notes, reading.references.list());
  }

  record Body(List<Block> blocks, List<Note> notes, LinkList links) {}

  private Node parse(String text, Places places, Settings settings) {
    Parser.Builder builder =
        Parser.builder()
            .extensions(
                List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create(),
                    FootnotesExtension.builder().inlineFootnotes(true).build(),
                    TaskListItemsExtension.create(),
                    ImageAttributesExtension.create(),
                    new TemplateTags(),
                    new DefinitionLists(),
                    new Admonitions(text),
                    new Containers(text),
                    new LineBlocks(text),
                    new Marked()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEPTH)
            .maxInlineNesting(DEPTH);
    if (!Boolean.FALSE.equals(settings.math())) {
      FormulaParsers.add(builder, text);
    }
    Node tree = builder.build().parse(text);
    Containers.unwrap(tree);
    DefinitionLists.gather(tree);
    Html.weave(tree, places, findings);
    HeadingAttributes.take(tree);
    AttributeLists.take(tree, places);
    Alerts.make(tree, places);
    WordNotes.join(tree);
    WikiLinks.make(tree, text, places, findings);
    TemplateTags.tell(tree, places, findings);
    return tree;
  }

  // Punctuation is decided in a block of lines as a whole.
  private static void punctuate(Punctuation punctuation, Node block) {
    if (isOfInlines(block)) {
      punctuation.apply(block);
      return;
    }
    for (Node child : Nodes.children(block)) {
      punctuate(punctuation, child);
    }
    if (block instanceof Nodes.HtmlTable table && table.caption != null) {
      punctuation.apply(table.caption);
    }
  }

  private static boolean isOfInlines(Node block) {
    return block instanceof Paragraph
        || block instanceof Heading
        || block instanceof TableCell
        || block instanceof Nodes.Term
        || block instanceof Nodes.Label
        || block instanceof Nodes.VerseLine
        || block instanceof Nodes.HtmlFigure;
  }

  /** One reading, from the first word to the last. */
  private final class Reading {
    final References references;
    final Notes notes;
    final InlineReader inlines;
    private final BlockReader blocks;

    Reading(
        Source source,
        FrontMatter frontMatter,
        Node tree,
        List<Node> about,
        Places places,
        Settings settings,
        Pictures pictures) {
      HeadingIds headings = HeadingIds.of(tree, about, places, findings);
      @Nullable Fact<String> published = frontMatter.text("source");
      String base =
          settings.baseUrl() != null || published == null ? settings.baseUrl() : published.value();
      references = new References(headings, settings, base, findings);
      notes = new Notes(tree, places);
      FormulaReader formulas = new FormulaReader(source, frontMatter.language(), places, findings);
      inlines = new InlineReader(source, places, references, notes, pictures, formulas, findings);
      boolean math = !Boolean.FALSE.equals(settings.math());
      blocks = new BlockReader(inlines, headings, places, math ? formulas : null);
    }

    List<Block> blocks(List<Node> nodes) {
      List<Block> read = new ArrayList<>();
      for (Node node : nodes) {
        read.addAll(blocks.readOne(node));
        notes.readMarked(blocks::read);
      }
      return read;
    }
  }
}
