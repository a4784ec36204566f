package offprint.markdown;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import offprint.document.Metadata;
import offprint.document.Metadata.Author;
import offprint.source.Asset;
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
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/**
 * Title, byline, date and what is said about the author: as the front matter says, or else as it
 * stands at the head and foot of the article, told there as a finding. What is recognised leaves
 * the tree; what is not certain stays in it.
 */
final class Masthead {
  private static final int MOST_TITLE_CHARACTERS = 120;
  private static final int MOST_TITLE_WORDS = 20;
  private static final int BYLINE_BLOCKS = 4;
  private static final int ABOUT_BLOCKS = 3;

  private static final Pattern ABOUT_HEADING =
      Pattern.compile("About the authors?:?", Pattern.CASE_INSENSITIVE);
  private static final Pattern VIEWS =
      Pattern.compile("[(\\[]?(?:The|All) (?:views|opinions)(?: and (?:views|opinions))? .*");
  private static final String HONORIFIC = "(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Professor)\\.?\\s+)*";

  private final Node document;
  private final FrontMatter frontMatter;
  private final Source source;
  private final Findings findings;

  private Node titleBlock = new Paragraph();
  private Place titlePlace;
  private List<Author> authors = List.of();
  private @Nullable LocalDate date;
  private final List<Node> about = new ArrayList<>();

  private Masthead(Node document, FrontMatter frontMatter, Source source, Findings findings) {
    this.document = document;
    this.frontMatter = frontMatter;
    this.source = source;
    this.findings = findings;
    this.titlePlace = Place.of(source.name());
  }

  /**
   * Recognises what belongs to the masthead and takes it out of the tree.
   *
   * @param document with source spans of blocks and inlines that are the source's own, as {@link
   *     FrontMatter#body} gives them
   */
  static Masthead recognise(
      Node document, FrontMatter frontMatter, Source source, Findings findings) {
    Masthead masthead = new Masthead(document, frontMatter, source, findings);
    int head = masthead.recogniseTitle();
    masthead.recogniseAuthorsAndDate(head);
    masthead.recogniseAbout();
    return masthead;
  }

  /**
   * The title as a block of its own, a heading or a paragraph out of the tree; never without words.
   * Where it is only a string it is a paragraph of one text.
   */
  Node titleBlock() {
    return titleBlock;
  }

  /** The inlines of {@link #titleBlock}. */
  List<Node> title() {
    List<Node> title = new ArrayList<>();
    for (Node inline = titleBlock.getFirstChild(); inline != null; inline = inline.getNext()) {
      title.add(inline);
    }
    return title;
  }

  Place titlePlace() {
    return titlePlace;
  }

  /** The blocks about the author, in order and out of the tree; their heading is not among them. */
  List<Node> about() {
    return about;
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

  /** The title's words are read now: after {@link Punctuation} has turned the title's block. */
  Metadata metadata(@Nullable Asset cover) {
    return metadata(cover, null);
  }

  /** As {@link #metadata(Asset)}, with quotes and dashes of subtitle and description set too. */
  Metadata metadata(@Nullable Asset cover, @Nullable Punctuation punctuation) {
    Fact<LocalDate> modified = frontMatter.date("modified");
    return new Metadata(
        Words.line(titleBlock),
        set("subtitle", punctuation),
        set("short-title", punctuation),
        authors.stream().map(author -> set(author, punctuation)).toList(),
        date,
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

  // The title. Each way returns how many blocks at the head are the title's and stay there.

  private int recogniseTitle() {
    List<Node> blocks = Words.blocks(document);
    Node first = blocks.isEmpty() ? null : blocks.get(0);
    Fact<String> given = frontMatter.text("title");
    if (given != null) {
      return takeGivenTitle(given, first);
    }
    if (first != null && isTitle(first, blocks)) {
      boolean plain = !(first instanceof Heading heading && heading.getLevel() == 1);
      takeTitle(first);
      findings.info(
          plain ? "bare-title" : "title",
          titlePlace,
          "took '" + Words.line(first) + "' for the title",
          "title: " + quoted(Words.line(first)));
      return 0;
    }
    takeFileName(first instanceof Heading heading && heading.getLevel() == 1);
    return 0;
  }

  private int takeGivenTitle(Fact<String> given, @Nullable Node first) {
    boolean candidate =
        first instanceof Heading heading && heading.getLevel() == 1
            || first instanceof Paragraph && isOneLine(first);
    if (first != null && candidate && says(first, given.value())) {
      takeTitle(first);
      return 0;
    }
    titleBlock.appendChild(new Text(given.value()));
    titlePlace = given.place();
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

  // In plain words, or copied with its marks of code, emphasis and formulas.
  private boolean says(Node block, String words) {
    String said = fold(words);
    return fold(Words.line(block)).equals(said) || fold(Words.written(block, source)).equals(said);
  }

  private void takeTitle(Node block) {
    block.unlink();
    titleBlock = block;
    titlePlace = Words.place(block, source);
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
    String name = source.name().replaceAll(".*[/\\\\]", "").replaceAll("\\.[^.]*$", "");
    String words = name.replaceAll("[-_\\s]+", " ").strip();
    // Standard input's name, <stdin>, is no file's.
    boolean nameless =
        words.startsWith("<") || words.codePoints().noneMatch(Character::isLetterOrDigit);
    if (nameless) {
      words = "Untitled";
    }
    int first = words.codePointAt(0);
    words =
        new StringBuilder()
            .appendCodePoint(Character.toTitleCase(first))
            .append(words, Character.charCount(first), words.length())
            .toString();
    titleBlock.appendChild(new Text(words));
    findings.warning(
        "no-title",
        Place.of(source.name()),
        (manyHeadings
                ? "which of the headings of level 1 is the title is not said"
                : "no title found")
            + (nameless ? "; 'Untitled' serves" : "; the file's name serves: '" + words + "'"),
        "say it in the front matter, between two lines of ---\n  title: " + quoted(words));
  }

  private boolean isTitle(Node first, List<Node> blocks) {
    if (first instanceof Heading heading && heading.getLevel() == 1) {
      return !Words.line(first).isEmpty() && (isOnlyOne(heading) || isEvident(blocks));
    }
    boolean plain = first instanceof Heading || first instanceof Paragraph;
    return plain && isPlainLine(first) && isEvident(blocks);
  }

  private boolean isOnlyOne(Heading heading) {
    for (Node block : Words.blocks(document)) {
      if (block != heading && block instanceof Heading other && other.getLevel() == 1) {
        return false;
      }
    }
    return true;
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

  // Byline and date

  private void recogniseAuthorsAndDate(int head) {
    Fact<List<Author>> givenAuthors = frontMatter.authors();
    if (givenAuthors != null) {
      authors = givenAuthors.value();
    }
    Fact<LocalDate> givenDate = frontMatter.date("date");
    if (givenDate != null) {
      date = givenDate.value();
    }
    List<Node> blocks = Words.blocks(document);
    List<Node> below = blocks.subList(head, Math.min(head + BYLINE_BLOCKS, blocks.size()));
    below.stream()
        .map(Byline::at)
        .filter(byline -> byline != null)
        .findFirst()
        .ifPresentOrElse(this::takeByline, () -> tellUndecided(below));
    for (Node block : below) {
      boolean there = block.getParent() != null;
      if (there && block instanceof Paragraph && takeDate(block)) {
        break;
      }
    }
  }

  private void tellUndecided(List<Node> blocks) {
    for (Node block : blocks) {
      String words = authors.isEmpty() ? Byline.undecided(block) : null;
      if (words != null) {
        findings.info(
            "no-byline",
            Words.place(block, source),
            "did not take '" + Words.line(block) + "' for a byline, so it stays in the text",
            "author: " + quoted(words) + " where this is who wrote it");
      }
    }
  }

  private void takeByline(Byline byline) {
    Place place = Words.place(byline.blocks().get(0), source);
    List<Author> named =
        byline.people().stream()
            .map(p -> new Author(p.name(), Names.fileAs(p.name()), p.role(), null, null, null))
            .toList();
    if (agrees(byline, named, place)) {
      if (byline.date() != null && date == null) {
        date = byline.date();
        findings.info(
            "date", place, "took '" + byline.writtenDate() + "' for the date", "date: " + date);
      }
      if (frontMatter.authors() == null) {
        authors = named;
        findings.info("byline", place, took(named), hint(named));
      } else {
        takeRole(named.get(0), place);
      }
      byline.blocks().forEach(Node::unlink);
    }
  }

  // The byline leaves the text, and what only it says must not go with it.
  private void takeRole(Author named, Place place) {
    Author given = authors.get(0);
    if (named.role() != null && given.role() == null) {
      Author whole =
          new Author(
              given.name(),
              given.fileAs(),
              named.role(),
              given.affiliation(),
              given.orcid(),
              given.bio());
      authors = List.of(whole);
      findings.info("byline", place, took(authors), hint(authors));
    }
  }

  private boolean agrees(Byline byline, List<Author> named, Place place) {
    Fact<List<Author>> given = frontMatter.authors();
    if (given != null && !(sameNames(given.value(), named) && sameRole(given.value(), named))) {
      findings.warning(
          "author-conflict",
          place,
          "the byline names " + told(named) + ", the front matter " + told(given.value()),
          "the front matter is followed and the byline stays in the text; make the two agree");
      return false;
    }
    String tail = byline.writtenDate();
    if (tail == null || date != null && WrittenDate.canMean(tail, date)) {
      return true;
    }
    if (date != null) {
      dateConflict(tail, place);
      return false;
    }
    if (byline.date() == null) {
      ambiguous(tail, place, "\n  " + hint(named));
      return false;
    }
    return true;
  }

  private boolean takeDate(Node block) {
    String text = Words.lines(block);
    Optional<LocalDate> day = WrittenDate.day(text);
    boolean ambiguous = WrittenDate.isAmbiguous(text);
    Place place = Words.place(block, source);
    if (day.isEmpty() && !ambiguous) {
      return false;
    }
    if (date == null && day.isPresent()) {
      date = day.get();
      findings.info("date", place, "took '" + text + "' for the date", "date: " + date);
      block.unlink();
    } else if (date == null) {
      ambiguous(text, place, "");
    } else if (WrittenDate.canMean(text, date)) {
      block.unlink();
    } else {
      dateConflict(text, place);
    }
    return true;
  }

  private void ambiguous(String text, Place place, String hint) {
    findings.warning(
        "ambiguous-date",
        place,
        "'" + text + "' means two different days, so it stays in the text",
        "say it in the front matter: date: 2025-12-01" + hint);
  }

  private void dateConflict(String text, Place place) {
    findings.warning(
        "date-conflict",
        place,
        "'" + text + "' is not the article's date, " + date + ", and stays in the text",
        "make the two agree, or drop one");
  }

  private static boolean sameNames(List<Author> some, List<Author> others) {
    return some.stream()
        .map(author -> fold(author.name()))
        .toList()
        .equals(others.stream().map(author -> fold(author.name())).toList());
  }

  // Only one author by himself has a role in a byline, and the front matter need not say it.
  private static boolean sameRole(List<Author> given, List<Author> named) {
    String role = given.get(0).role();
    String other = named.get(0).role();
    return role == null || other == null || fold(role).equals(fold(other));
  }

  private static String told(List<Author> authors) {
    return String.join(
        ", ",
        authors.stream()
            .map(a -> "'" + a.name() + (a.role() == null ? "" : ", " + a.role()) + "'")
            .toList());
  }

  private static String names(List<Author> authors) {
    return String.join(", ", authors.stream().map(author -> "'" + author.name() + "'").toList());
  }

  private static String took(List<Author> authors) {
    Author first = authors.get(0);
    return "took "
        + names(authors)
        + (authors.size() == 1 ? " for the author" : " for the authors")
        + (first.role() == null ? "" : ", and '" + first.role() + "' for a role");
  }

  private static String hint(List<Author> authors) {
    Author first = authors.get(0);
    if (first.role() != null) {
      return "author: { name: " + quoted(first.name()) + ", role: " + quoted(first.role()) + " }";
    }
    List<String> names = authors.stream().map(author -> quoted(author.name())).toList();
    return "author: " + (names.size() == 1 ? names.get(0) : names);
  }

  // About the author

  private void recogniseAbout() {
    List<Node> blocks = Words.blocks(document);
    int from = Math.max(0, blocks.size() - ABOUT_BLOCKS);
    for (int i = from; i < blocks.size(); i++) {
      Node block = blocks.get(i);
      boolean heading =
          (block instanceof Heading || block instanceof Paragraph)
              && ABOUT_HEADING.matcher(Words.line(block)).matches();
      if (heading && i + 1 < blocks.size() && !(blocks.get(i + 1) instanceof Heading)) {
        Place place = Words.place(block, source);
        block.unlink();
        takeAbout(toNextHeading(i + 1, blocks), i, blocks, place);
        return;
      }
      if (isAboutAuthor(block)) {
        takeAbout(aboutFrom(i, blocks), i, blocks, Words.place(block, source));
        return;
      }
    }
  }

  private static List<Node> toNextHeading(int first, List<Node> blocks) {
    int end = first;
    while (end < blocks.size() && !(blocks.get(end) instanceof Heading)) {
      end++;
    }
    return blocks.subList(first, end);
  }

  // The paragraph, those on the other authors, and the one on whose views they are.
  private List<Node> aboutFrom(int first, List<Node> blocks) {
    int end = first + 1;
    while (end < blocks.size() && (isAboutAuthor(blocks.get(end)) || isViews(blocks.get(end)))) {
      end++;
    }
    return blocks.subList(first, end);
  }

  private void takeAbout(List<Node> taken, int first, List<Node> blocks, Place place) {
    // A rule that kept it from the article would have nothing to part any more.
    boolean last = taken.getLast() == blocks.getLast();
    if (last && first > 0 && blocks.get(first - 1) instanceof ThematicBreak rule) {
      rule.unlink();
    }
    taken.forEach(Node::unlink);
    about.addAll(taken);
    taken.forEach(this::dropBio);
    String words = Words.line(taken.get(0));
    String start =
        words.length() <= 40 ? words : words.substring(0, words.lastIndexOf(' ', 40)) + " ...";
    String name = authors.isEmpty() ? "..." : quoted(authors.get(0).name());
    findings.info(
        "about-the-author",
        place,
        "took '" + start + "' for what is said about the author",
        "author: { name: " + name + ", bio: \"...\" }");
  }

  // What is said in both places is printed once, with the links that only the block has.
  private void dropBio(Node block) {
    String words = fold(Words.line(block));
    authors =
        authors.stream()
            .map(a -> a.bio() != null && fold(a.bio()).equals(words) ? withoutBio(a) : a)
            .toList();
  }

  private static Author withoutBio(Author author) {
    return new Author(
        author.name(), author.fileAs(), author.role(), author.affiliation(), author.orcid(), null);
  }

  private static boolean isViews(Node block) {
    return block instanceof Paragraph && VIEWS.matcher(Words.line(block)).matches();
  }

  private boolean isAboutAuthor(Node block) {
    if (!(block instanceof Paragraph)) {
      return false;
    }
    String words = Words.line(block).replace('’', '\'');
    for (Author author : authors) {
      List<String> names = new ArrayList<>(Names.surnames(author.name()));
      names.add(author.name());
      names.add(author.name() + " and .{3,60}?");
      for (String name : names) {
        if (begins(words, name.replace('’', '\''))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean begins(String words, String name) {
    int and = name.indexOf(" and .");
    String person = and < 0 ? name : name.substring(0, and);
    String others = and < 0 ? "" : name.substring(and);
    String verb = and < 0 ? "(?:is|was)" : "(?:are|were)";
    Pattern start =
        Pattern.compile(HONORIFIC + Pattern.quote(person) + others + ",?\\s+" + verb + "\\b.*");
    return start.matcher(words).matches();
  }

  /**
   * Small letters, with a typewriter's quotes, dashes and dots: the same for texts that differ only
   * in these.
   */
  private static String fold(String text) {
    return Normalizer.normalize(Names.words(text), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[‘’ʼ]", "'")
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("\\s*(?:[–—]|-{2,3})\\s*", "-");
  }

  // As YAML, quoted only where it must be.
  private static String quoted(String text) {
    boolean plain = text.matches("[\\p{L}][\\p{L}\\p{M}\\d .’()-]*") && !text.endsWith(" ");
    return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
