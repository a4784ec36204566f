package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import offprint.document.Metadata.Author;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** What is said about the author at the foot of an article. */
final class AboutAuthor {
  private static final int ABOUT_BLOCKS = 3;

  private static final Pattern ABOUT_HEADING =
      Pattern.compile("About the authors?:?", Pattern.CASE_INSENSITIVE);
  private static final Pattern VIEWS =
      Pattern.compile("[(\\[]?(?:The|All) (?:views|opinions)(?: and (?:views|opinions))? .*");
  private static final String HONORIFIC = "(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Professor)\\.?\\s+)*";

  private final Node document;
  private final Source source;
  private final Findings findings;

  private final List<Node> blocks = new ArrayList<>();
  private List<Author> authors;

  private AboutAuthor(Node document, List<Author> authors, Source source, Findings findings) {
    this.document = document;
    this.authors = authors;
    this.source = source;
    this.findings = findings;
  }

  /** Recognises it, and takes it out of the tree. */
  static AboutAuthor recognise(
      Node document, List<Author> authors, Source source, Findings findings) {
    AboutAuthor about = new AboutAuthor(document, authors, source, findings);
    about.recognise();
    return about;
  }

  /** In order and out of the tree; their heading is not among them. */
  List<Node> blocks() {
    return blocks;
  }

  /** The authors, without what the blocks say of them. */
  List<Author> authors() {
    return authors;
  }

  private void recognise() {
    List<Node> all = Words.blocks(document);
    int from = Math.max(0, all.size() - ABOUT_BLOCKS);
    for (int i = from; i < all.size(); i++) {
      Node block = all.get(i);
      boolean heading =
          (block instanceof Heading || block instanceof Paragraph)
              && ABOUT_HEADING.matcher(Words.line(block)).matches();
      if (heading && i + 1 < all.size() && !(all.get(i + 1) instanceof Heading)) {
        Place place = Words.place(block, source);
        block.unlink();
        takeAbout(toNextHeading(i + 1, all), i, all, place);
        return;
      }
      if (isAboutAuthor(block)) {
        takeAbout(aboutFrom(i, all), i, all, Words.place(block, source));
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

  private void takeAbout(List<Node> taken, int first, List<Node> all, Place place) {
    // A rule that kept it from the article would have nothing to part any more.
    boolean last = taken.getLast() == all.getLast();
    if (last && first > 0 && all.get(first - 1) instanceof ThematicBreak rule) {
      rule.unlink();
    }
    taken.forEach(Node::unlink);
    blocks.addAll(taken);
    taken.forEach(this::dropBio);
    String words = Words.line(taken.get(0));
    String start =
        words.length() <= 40 ? words : words.substring(0, words.lastIndexOf(' ', 40)) + " ...";
    String name = authors.isEmpty() ? "..." : Yaml.quoted(authors.get(0).name());
    findings.info(
        "about-the-author",
        place,
        "took '" + start + "' for what is said about the author",
        "author: { name: " + name + ", bio: \"...\" }");
  }

  // What is said in both places is printed once, with the links that only the block has.
  private void dropBio(Node block) {
    String words = Words.folded(Words.line(block));
    authors =
        authors.stream()
            .map(a -> a.bio() != null && Words.folded(a.bio()).equals(words) ? withoutBio(a) : a)
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
}
