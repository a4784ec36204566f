package offprint.markdown;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import offprint.document.Metadata.Author;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Who wrote an article, and when: as its front matter says, or its byline. */
final class Authorship {
  private static final int BYLINE_BLOCKS = 4;

  private final Node document;
  private final FrontMatter frontMatter;
  private final Source source;
  private final Findings findings;

  private List<Author> authors = List.of();
  private @Nullable LocalDate date;

  private Authorship(Node document, FrontMatter frontMatter, Source source, Findings findings) {
    this.document = document;
    this.frontMatter = frontMatter;
    this.source = source;
    this.findings = findings;
  }

  /**
   * Recognises byline and date, and takes them out of the tree.
   *
   * @param head how many blocks stand before them
   */
  static Authorship recognise(
      Node document, int head, FrontMatter frontMatter, Source source, Findings findings) {
    Authorship authorship = new Authorship(document, frontMatter, source, findings);
    authorship.recognise(head);
    return authorship;
  }

  List<Author> authors() {
    return authors;
  }

  @Nullable LocalDate date() {
    return date;
  }

  private void recognise(int head) {
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
            "author: " + Yaml.quoted(words) + " where this is who wrote it");
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
        .map(author -> Words.folded(author.name()))
        .toList()
        .equals(others.stream().map(author -> Words.folded(author.name())).toList());
  }

  // Only one author by himself has a role in a byline, and the front matter need not say it.
  private static boolean sameRole(List<Author> given, List<Author> named) {
    String role = given.get(0).role();
    String other = named.get(0).role();
    return role == null || other == null || Words.folded(role).equals(Words.folded(other));
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
      return "author: { name: "
          + Yaml.quoted(first.name())
          + ", role: "
          + Yaml.quoted(first.role())
          + " }";
    }
    List<String> names = authors.stream().map(author -> Yaml.quoted(author.name())).toList();
    return "author: " + (names.size() == 1 ? names.get(0) : names);
  }
}
