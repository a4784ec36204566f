package offprint.markdown;

import java.time.LocalDate;
import java.util.List;
import offprint.document.Metadata;
import offprint.document.Metadata.Author;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Title, byline, date and what is said about the author: as the front matter says, or else as it
 * stands at the head and foot of the article, told there as a finding. What is recognised leaves
 * the tree; what is not certain stays in it.
 */
final class Masthead {
  private final FrontMatter frontMatter;
  private final Source source;
  private final ArticleTitle title;
  private final Authorship authorship;
  private final AboutAuthor about;

  private Masthead(Node document, FrontMatter frontMatter, Source source, Findings findings) {
    this.frontMatter = frontMatter;
    this.source = source;
    this.title = ArticleTitle.recognise(document, frontMatter, source, findings);
    this.authorship = Authorship.recognise(document, title.head(), frontMatter, source, findings);
    this.about = AboutAuthor.recognise(document, authorship.authors(), source, findings);
  }

  /**
   * Recognises what belongs to the masthead and takes it out of the tree.
   *
   * @param document with source spans of blocks and inlines that are the source's own, as {@link
   *     FrontMatter#body} gives them
   */
  static Masthead recognise(
      Node document, FrontMatter frontMatter, Source source, Findings findings) {
    return new Masthead(document, frontMatter, source, findings);
  }

  /**
   * The title as a block of its own, a heading or a paragraph out of the tree; never without words.
   * Where it is only a string it is a paragraph of one text.
   */
  Node titleBlock() {
    return title.block();
  }

  /** The inlines of {@link #titleBlock}. */
  List<Node> title() {
    return Nodes.children(title.block());
  }

  /** The blocks about the author, in order and out of the tree; their heading is not among them. */
  List<Node> about() {
    return about.blocks();
  }

  /** The cover's path as the author wrote it. */
  @Nullable String coverPath() {
    Fact<String> cover = frontMatter.text("cover");
    return cover == null ? null : cover.value();
  }

  /** Where {@link #coverPath} was written. */
  Place coverPlace() {
    Fact<String> cover = frontMatter.text("cover");
    return cover == null ? Place.of(source.name()) : cover.place();
  }

  /** With the title's words as they stand. */
  Metadata metadata(Metadata.@Nullable Cover cover) {
    return metadata("", cover, null);
  }

  /**
   * With quotes and dashes of subtitle and description set.
   *
   * @param words the title's, as it was read; where that is none, as they stand
   */
  Metadata metadata(
      String words, Metadata.@Nullable Cover cover, @Nullable Punctuation punctuation) {
    Fact<LocalDate> modified = frontMatter.date("modified");
    return new Metadata(
        words.isBlank() ? Words.line(title.block()) : Names.words(words),
        plain("subtitle", punctuation),
        plain("short-title", punctuation),
        about.authors().stream().map(author -> set(author, punctuation)).toList(),
        authorship.date(),
        modified == null ? null : modified.value(),
        frontMatter.language(),
        description(punctuation),
        frontMatter.keywords(),
        set("publisher", punctuation),
        set("rights", punctuation),
        set("source", null),
        set("identifier", null),
        cover);
  }

  private @Nullable String description(@Nullable Punctuation punctuation) {
    String description = set("description", punctuation);
    String summary = set("abstract", punctuation);
    return description != null || summary == null ? description : summary.replaceAll("\\s+", " ");
  }

  private @Nullable String set(String key, @Nullable Punctuation punctuation) {
    Fact<String> text = frontMatter.text(key);
    return text == null ? null : set(punctuation, text.value());
  }

  /** Without the marks of code and emphasis that an author may have put there. */
  private @Nullable String plain(String key, @Nullable Punctuation punctuation) {
    Fact<String> text = frontMatter.text(key);
    return text == null ? null : set(punctuation, Words.line(InlineMarkup.read(text.value())));
  }

  private static String set(@Nullable Punctuation punctuation, String text) {
    return punctuation == null ? text : punctuation.apply(text);
  }

  private static Author set(Author author, @Nullable Punctuation punctuation) {
    return new Author(
        set(punctuation, author.name()),
        set(punctuation, author.fileAs()),
        author.role() == null ? null : set(punctuation, author.role()),
        author.affiliation() == null ? null : set(punctuation, author.affiliation()),
        author.orcid(),
        author.bio() == null ? null : set(punctuation, author.bio()));
  }
}
