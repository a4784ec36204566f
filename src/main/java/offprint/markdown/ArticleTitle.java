package offprint.markdown;

import java.util.List;
import java.util.Set;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * An article's title: what the front matter gives, what stands at the head of the article, or else
 * the file's name.
 */
final class ArticleTitle {
  private static final int MOST_TITLE_CHARACTERS = 120;
  private static final int MOST_TITLE_WORDS = 20;

  /** What a part is called, never an article: below the first level it is no title. */
  private static final Set<String> PARTS =
      Set.of(
          "abstract",
          "background",
          "contents",
          "foreword",
          "introduction",
          "motivation",
          "overview",
          "preface",
          "prologue",
          "summary",
          "tl;dr");

  private final Node document;
  private final FrontMatter frontMatter;
  private final Source source;
  private final Findings findings;

  private Node block = new Paragraph();
  private Place place;
  private int head;

  private ArticleTitle(Node document, FrontMatter frontMatter, Source source, Findings findings) {
    this.document = document;
    this.frontMatter = frontMatter;
    this.source = source;
    this.findings = findings;
    this.place = Place.of(source.name());
  }

  /** Recognises the title, and takes it out of the tree where it stands there. */
  static ArticleTitle recognise(
      Node document, FrontMatter frontMatter, Source source, Findings findings) {
    ArticleTitle title = new ArticleTitle(document, frontMatter, source, findings);
    title.head = title.recognise();
    return title;
  }

  /**
   * The title as a block of its own, a heading or a paragraph out of the tree; never without words.
   * Where it is only a string it is a paragraph of one text.
   */
  Node block() {
    return block;
  }

  Place place() {
    return place;
  }

  /** How many blocks at the head of the article look like its title, but stay there. */
  int head() {
    return head;
  }

  private int recognise() {
    List<Node> blocks = Words.blocks(document);
    Node first = blocks.isEmpty() ? null : blocks.get(0);
    Fact<String> given = frontMatter.text("title");
    if (given != null) {
      return takeGivenTitle(given, first);
    }
    if (first != null && (isTitle(first, blocks) || isTopmost(first))) {
      takeTitle(first);
      findings.info(
          first instanceof Heading ? "title" : "bare-title",
          place,
          "took '" + Words.line(first) + "' for the title",
          "title: " + Yaml.quoted(Words.line(first)));
      return 0;
    }
    takeFileName(first instanceof Heading heading && heading.getLevel() == 1);
    return 0;
  }

  private int takeGivenTitle(Fact<String> given, @Nullable Node first) {
    boolean candidate = first instanceof Heading || first instanceof Paragraph && isOneLine(first);
    if (first != null && candidate && says(first, given.value())) {
      takeTitle(first);
      return 0;
    }
    block = InlineMarkup.read(given.value());
    place = given.place();
    if (first != null && isTitle(first, Words.blocks(document))) {
      findings.warning(
          "title-conflict",
          Words.place(first, source),
          (first instanceof Heading ? "the first heading '" : "the first line '")
              + Words.line(first)
              + "' is not the title that the front matter gives, and stays in the text",
          "drop it, or give it the title's words");
      return 1;
    }
    return 0;
  }

  // In plain words, or with marks of code, emphasis and formulas on either side.
  private boolean says(Node line, String words) {
    String said = unmarked(words);
    return unmarked(Words.line(line)).equals(said)
        || unmarked(Words.written(line, source)).equals(said);
  }

  private static String unmarked(String words) {
    return Words.folded(words.replaceAll("</?[A-Za-z][^>]*>|[`*_~$\\\\{}^]", "")).replace(" ", "");
  }

  private void takeTitle(Node taken) {
    taken.unlink();
    block = taken;
    place = Words.place(taken, source);
    Node only = block.getFirstChild();
    boolean shouted = only instanceof StrongEmphasis && only.getNext() == null;
    if (shouted && only != null) { // a title needs no bold of its own
      while (only.getFirstChild() != null) {
        only.insertBefore(only.getFirstChild());
      }
      only.unlink();
    }
  }

  private void takeFileName(boolean manyHeadings) {
    String name = source.fileName().replaceAll("\\.[^.]*$", "");
    String words = name.replaceAll("[-_\\s]+", " ").strip();
    // Standard input's is article.md, which says no more.
    boolean nameless =
        words.equals("article") || words.codePoints().noneMatch(Character::isLetterOrDigit);
    if (nameless) {
      words = "Untitled";
    }
    int first = words.codePointAt(0);
    words =
        new StringBuilder()
            .appendCodePoint(Character.toTitleCase(first))
            .append(words, Character.charCount(first), words.length())
            .toString();
    block.appendChild(new Text(words));
    findings.warning(
        "no-title",
        Place.of(source.name()),
        (manyHeadings
                ? "which of the headings of level 1 is the title is not said"
                : "no title found")
            + (nameless ? "; 'Untitled' serves" : "; the file's name serves: '" + words + "'"),
        "say it in the front matter, between two lines of ---\n  title: " + Yaml.quoted(words));
  }

  private boolean isTitle(Node first, List<Node> blocks) {
    if (first instanceof Heading heading && heading.getLevel() == 1) {
      return isTopmost(heading) || !Words.line(first).isEmpty() && isEvident(blocks);
    }
    boolean plain = first instanceof Heading || first instanceof Paragraph;
    return plain && isPlainLine(first) && isEvident(blocks);
  }

  /** Whether no other heading of the article is of its level, or above it. */
  private boolean isTopmost(Node first) {
    return first instanceof Heading heading
        && !Words.line(first).isEmpty()
        && !(heading.getLevel() > 1 && PARTS.contains(Words.folded(Words.line(first))))
        && Words.blocks(document).stream()
            .noneMatch(
                block ->
                    block != first
                        && block instanceof Heading other
                        && other.getLevel() <= heading.getLevel());
  }

  private static boolean isPlainLine(Node block) {
    String words = Words.line(block);
    boolean plain =
        Words.below(block).stream()
            .allMatch(
                n ->
                    n instanceof Text
                        || n instanceof Emphasis
                        || n instanceof StrongEmphasis
                        || n instanceof Code);
    return plain
        && !words.isEmpty()
        && words.codePointCount(0, words.length()) <= MOST_TITLE_CHARACTERS
        && words.split(" ").length <= MOST_TITLE_WORDS
        && !words.matches(".*[.;,]")
        && Byline.at(block) == null
        && WrittenDate.day(words).isEmpty();
  }

  private static boolean isOneLine(Node block) {
    return !Words.lines(block).contains("\n");
  }

  // A byline or a date among the two blocks after the first.
  private static boolean isEvident(List<Node> blocks) {
    for (Node block : blocks.subList(1, Math.min(3, blocks.size()))) {
      boolean date = block instanceof Paragraph && WrittenDate.day(Words.lines(block)).isPresent();
      if (date || Byline.at(block) != null) {
        return true;
      }
    }
    return false;
  }
}
