package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import offprint.document.Metadata;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastheadTest {
  private final Findings findings = new Findings();

  /** An article, read as far as its masthead. */
  private record Reading(Masthead masthead, Node document, Source source) {
    Metadata metadata() {
      return masthead.metadata(null);
    }

    String title() {
      return metadata().title();
    }

    List<String> authors() {
      return metadata().authors().stream().map(Metadata.Author::name).toList();
    }

    List<String> body() {
      return Words.blocks(document).stream().map(Words::line).toList();
    }

    List<String> about() {
      return masthead.about().stream().map(Words::line).toList();
    }
  }

  private Reading read(String text) {
    Source source = new Source("coral-reef.md", null, text);
    FrontMatter frontMatter = FrontMatter.read(source, findings);
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build()
            .parse(frontMatter.body());
    return new Reading(
        Masthead.recognise(document, frontMatter, source, findings), document, source);
  }

  private List<String> codes() {
    return findings.list().stream().map(Finding::code).toList();
  }

  private Finding finding(String code) {
    return findings.list().stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
  }

  // Real articles

  @Test
  void anArticleThatAConverterLeftIsRecognised() throws IOException {
    try (InputStream article = getClass().getResourceAsStream("harbour.md")) {
      assertThat(article).isNotNull();
      Reading reading = read(new String(article.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(reading.title()).isEqualTo("Harbor Dredging and Karimabad's Fishing Fleet");
      assertThat(reading.authors()).containsExactly("Sana Qureshi");
      assertThat(reading.about()).hasSize(1);
      assertThat(reading.about().get(0)).startsWith("Sana Qureshi is a lecturer");
      assertThat(reading.body()).hasSize(4);
      assertThat(reading.body().get(3)).startsWith("Imran Dar is the harbor master");
      CutParagraphs.look(reading.document(), Settings.Repair.REPORT, reading.source(), findings);
      assertThat(codes())
          .containsExactlyInAnyOrder("bare-title", "byline", "about-the-author", "cut-paragraph");
      assertThat(finding("byline").place().line()).isEqualTo(6);
      assertThat(finding("cut-paragraph").place().line()).isEqualTo(14);
    }
  }

  @Test
  void americanSanctionsIsRecognised() throws IOException {
    Path article = Path.of("../shared/articles/american-sanctions.md");
    assumeTrue(Files.exists(article));
    Reading reading = read(Files.readString(article));
    assertThat(reading.title()).isEqualTo("American Sanctions and Pakistan's Strategic Realities");
    assertThat(reading.authors()).containsExactly("Nawal Nawaz");
    assertThat(reading.metadata().authors().get(0).fileAs()).isEqualTo("Nawaz, Nawal");
    assertThat(reading.body().get(0)).startsWith("A diplomatic controversy erupted");
    assertThat(reading.about()).hasSize(1);
    assertThat(reading.about().get(0)).startsWith("Nawal Nawaz is a research assistant");
    CutParagraphs.look(reading.document(), Settings.Repair.REPORT, reading.source(), findings);
    assertThat(codes())
        .containsExactlyInAnyOrder("bare-title", "byline", "about-the-author", "cut-paragraph");
    assertThat(finding("cut-paragraph").message()).contains("solely meant to deter");
    assertThat(finding("cut-paragraph").place().line()).isEqualTo(27);
  }

  // Bylines

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Nawal Nawaz; Nawal Nawaz",
        "by Ada Lovelace; Ada Lovelace",
        "By: Ada Lovelace; Ada Lovelace",
        "Written by Gabriel García Márquez; Gabriel García Márquez",
        "Contributed by Mary-Jane O'Brien; Mary-Jane O'Brien",
        "*By Ada Lovelace*; Ada Lovelace",
        "**By Ada Lovelace**; Ada Lovelace",
        "By [Ada Lovelace](https://example.org/ada); Ada Lovelace",
        "By [Xeni](https://example.org/xeni); Xeni",
        "By Ludwig van Beethoven; Ludwig van Beethoven",
        "By Zia ul-Haq; Zia ul-Haq",
        "By Ibrahim al-Masri; Ibrahim al-Masri",
        "By J. R. R. Tolkien; J. R. R. Tolkien",
        "By Martin Luther King, Jr.; 'Martin Luther King, Jr.'",
        "By Theresa May; Theresa May",
        "By June Carter; June Carter",
        "By Dr. Jane Goodall; Dr. Jane Goodall",
        "By Лев Толстой; Лев Толстой",
        "By ნინო ბურჯანაძე; ნინო ბურჯანაძე",
        "By Santiago Ramón y Cajal; Santiago Ramón y Cajal",
        "By Ana López y Juan Pérez; Ana López|Juan Pérez",
        "By Νίκος Καζαντζάκης; Νίκος Καζαντζάκης",
        "By نجيب محفوظ; نجيب محفوظ",
        "By 村上春樹; 村上春樹",
        "By Ada Lovelace and Charles Babbage; Ada Lovelace|Charles Babbage",
        "By Ada Lovelace & Charles Babbage; Ada Lovelace|Charles Babbage",
        "By Ada Lovelace, Charles Babbage and Mary Somerville; "
            + "Ada Lovelace|Charles Babbage|Mary Somerville",
        "By Ada Lovelace, Charles Babbage, and Mary Somerville; "
            + "Ada Lovelace|Charles Babbage|Mary Somerville",
        "By John Brunn, Chief Information Security Officer; John Brunn",
        "By Ann Lee, Head of Research and Development; Ann Lee",
      })
  void aBylineNamesItsAuthors(String line, String authors) {
    Reading reading = read("# Title\n\n" + line + "\n\nThe text.\n");
    assertThat(reading.authors()).containsExactly(authors.split("\\|"));
    assertThat(reading.body()).containsExactly("The text.");
    assertThat(codes()).containsExactly("title", "byline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By law, every ship must carry a pilot.",
        "By law, every ship must carry a pilot",
        "By December",
        "By 2030",
        "By the numbers",
        "By Default",
        "By Ada",
        "By and large it was over",
        "By Ada Lovelace the engine was understood",
        "By Ada Lovelace.",
        "By [the sea](https://example.org)",
        "By Land and Sea",
        "Bystanders Watched",
        "Written by hand",
        "By popular demand",
        "By Ada Lovelace | 5 min read",
        "> By Ada Lovelace",
        "- By Ada Lovelace",
      })
  void aSentenceIsNoByline(String line) {
    Reading reading = read("# Title\n\n" + line + "\n\nThe text.\n");
    assertThat(reading.authors()).isEmpty();
    assertThat(reading.body()).hasSize(2);
    assertThat(codes()).containsExactly("title");
  }

  @Test
  void whatStandsBehindACommaIsARole() {
    Reading reading = read("# Title\n\nBy John Brunn, Chief Information Security Officer\n");
    assertThat(reading.metadata().authors().get(0).role())
        .isEqualTo("Chief Information Security Officer");
    assertThat(finding("byline").hint())
        .isEqualTo("author: { name: John Brunn, role: Chief Information Security Officer }");
  }

  @Test
  void aBylineIsRecognisedInTwoParagraphs() {
    Reading reading = read("# Title\n\nWritten by\n\nAda Lovelace\n\nText.\n");
    assertThat(reading.authors()).containsExactly("Ada Lovelace");
    assertThat(reading.body()).containsExactly("Text.");
  }

  @Test
  void aBylineIsSoughtInFourBlocksOnly() {
    assertThat(read("# T\n\na.\n\nb.\n\nc.\n\nBy Ada Lovelace\n").authors()).hasSize(1);
    assertThat(read("# T\n\na.\n\nb.\n\nc.\n\nd.\n\nBy Ada Lovelace\n").authors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Ada Lovelace | December 1, 2025",
        "By Ada Lovelace · 1 December 2025",
        "By Ada Lovelace on 2025-12-01",
        "By Ada Lovelace on Monday, December 1, 2025",
        "By Ada Lovelace\nDecember 1, 2025",
        "By Ada Lovelace\n\n1 December 2025",
        "Dec. 1, 2025\n\nBy Ada Lovelace",
      })
  void aDateStandsBehindTheNamesOrInALineOfItsOwn(String lines) {
    Reading reading = read("# Title\n\n" + lines + "\n\nText.\n");
    assertThat(reading.authors()).containsExactly("Ada Lovelace");
    assertThat(reading.metadata().date()).isEqualTo(LocalDate.of(2025, 12, 1));
    assertThat(reading.body()).containsExactly("Text.");
    assertThat(finding("date").hint()).isEqualTo("date: 2025-12-01");
  }

  @Test
  void aDateOfTwoMeaningsStaysAndIsTold() {
    Reading reading = read("# Title\n\n03/04/2025\n\nText.\n");
    assertThat(reading.metadata().date()).isNull();
    assertThat(reading.body()).containsExactly("03/04/2025", "Text.");
    assertThat(codes()).contains("ambiguous-date");
    assertThat(read("# Title\n\n13/04/2025\n\nText.\n").metadata().date())
        .isEqualTo(LocalDate.of(2025, 4, 13));
  }

  @Test
  void aWeekdayThatIsNotThatDaysMakesNoDate() {
    assertThat(read("# Title\n\nTuesday, December 1, 2025\n").metadata().date()).isNull();
  }

  // Titles

  @Test
  void theOnlyHeadingOfLevelOneIsTheTitleAndLeavesTheBody() {
    Reading reading = read("<!-- draft -->\n# The *Reef*\n\nText.\n\n## Part\n");
    assertThat(reading.title()).isEqualTo("The Reef");
    assertThat(reading.masthead().title()).hasSize(2);
    assertThat(reading.body()).containsExactly("Text.", "Part");
    assertThat(finding("title").hint()).isEqualTo("title: The Reef");
  }

  @Test
  void aHeadingInAQuoteNeverCounts() {
    assertThat(read("> # Quoted\n\nText.\n").title()).isEqualTo("Coral reef");
    assertThat(codes()).containsExactly("no-title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A first sentence.",
        "A first clause;",
        "A first part,",
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            + " sixteen seventeen eighteen nineteen twenty twenty-one",
        "two\nlines",
        "> quoted",
        "- item",
        "[linked](https://example.org)",
      })
  void notEveryFirstBlockIsATitle(String first) {
    Reading reading = read(first + "\n\nBy Ada Lovelace\n\nText.\n");
    assertThat(reading.title()).isEqualTo("Coral reef");
    assertThat(codes()).contains("no-title");
  }

  @Test
  void aBareLineWithoutBylineOrDateIsNoTitle() {
    assertThat(read("A bare line\n\nText.\n").title()).isEqualTo("Coral reef");
    assertThat(read("A bare line\n\n2025-12-01\n\nText.\n").title()).isEqualTo("A bare line");
  }

  @Test
  void ofSeveralHeadingsOfLevelOneNoneIsTheTitleWithoutAByline() {
    assertThat(read("# One\n\nText.\n\n# Two\n").title()).isEqualTo("Coral reef");
    assertThat(read("# One\n\nBy Ada Lovelace\n\n# Two\n").title()).isEqualTo("One");
  }

  @Test
  void theFrontMatterTitleTakesTheHeadingOfTheSameWordsAlong() {
    Reading same = read("---\ntitle: “It’s” the Reef\n---\n\n# \"It's\" the *reef*\n\nText.\n");
    assertThat(same.body()).containsExactly("Text.");
    assertThat(codes()).isEmpty();
    Reading other = read("---\ntitle: The Reef\n---\n\n# Another\n\nBy Ada Lovelace\n\nText.\n");
    assertThat(other.title()).isEqualTo("The Reef");
    assertThat(other.body()).containsExactly("Another", "Text.");
    assertThat(codes()).containsExactly("title-conflict", "byline");
    assertThat(finding("title-conflict").place().toString()).isEqualTo("coral-reef.md:5:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"On $x^2$", "$`x`$ mode", "The *strong* `law`", "\\(x\\) and $$y$$", "C\\#"})
  void theFrontMatterTitleTakesTheHeadingThatItWasCopiedFromAlong(String title) {
    Reading same = read("---\ntitle: '" + title + "'\n---\n\n# " + title + "\n\nText.\n");
    assertThat(same.body()).containsExactly("Text.");
    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "On x^2, On $x^2$",
    "On O(n^2), On $O(n^{2})$",
    "The sort function, The `sort` *function*",
    "<code>sort</code> in **C**, `sort` in C",
  })
  void marksAloneAreNoConflictOfTitles(String title, String heading) {
    Reading same = read("---\ntitle: '" + title + "'\n---\n\n# " + heading + "\n\nText.\n");
    assertThat(same.body()).containsExactly("Text.");
    assertThat(codes()).isEmpty();
  }

  @Test
  void aHeadingAloneOfItsLevelIsTheTitleWhereNoneIsAboveIt() {
    Reading reading = read("## The Reef\n\nText.\n\n### Part\n\n### Part\n");
    assertThat(reading.title()).isEqualTo("The Reef");
    assertThat(reading.body()).containsExactly("Text.", "Part", "Part");
    assertThat(codes()).containsExactly("title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## One\n\nText.\n\n## Two\n",
        "Text.\n\n## One\n",
        "## One\n\nText.\n\n# Two\n",
        "## Introduction\n\nText.\n\n### Two\n",
      })
  void aHeadingOfLevelTwoIsNoTitleAmongOthers(String text) {
    assertThat(read(text).title()).isEqualTo("Coral reef");
    assertThat(codes()).contains("no-title");
  }

  @Test
  void aHeadingOfLevelTwoStaysBelowTheFrontMatterTitle() {
    Reading reading = read("---\ntitle: The Reef\n---\n\n## Summary\n\nText.\n");
    assertThat(reading.title()).isEqualTo("The Reef");
    assertThat(reading.body()).containsExactly("Summary", "Text.");
    assertThat(codes()).isEmpty();
  }

  @Test
  void theFrontMatterTitleIsReadAsAHeadingsWordsAre() {
    Reading set =
        read("---\ntitle: 'Of `a_b`, *most* of \\* it'\nshort-title: '`a_b`'\n---\n\nText.\n");
    assertThat(set.title()).isEqualTo("Of a_b, most of * it");
    assertThat(set.metadata().shortTitle()).isEqualTo("a_b");
    assertThat(set.masthead().title())
        .extracting(node -> node.getClass().getSimpleName())
        .contains("Code", "Emphasis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 * 3 * 4",
        "A <T> of mine",
        "[a](b) and c",
        "1. One",
        "[a]: b",
        "snake_case_name"
      })
  void whatElseStandsInItIsPrintedAsWritten(String title) {
    assertThat(read("---\ntitle: '" + title + "'\n---\n\nText.\n").title()).isEqualTo(title);
  }

  @Test
  void aBylineThatSaysWhatTheFrontMatterSaysIsNotPrintedTwice() {
    Reading reading =
        read(
            "---\n"
                + "author: Ada Lovelace\n"
                + "date: 2025-12-01\n"
                + "---\n"
                + "# T\n\n"
                + "By Ada Lovelace\n\n"
                + "1.12.2025\n");
    assertThat(reading.body()).isEmpty();
    assertThat(codes()).containsExactly("title");
  }

  @Test
  void aBylineThatSaysAnotherStaysAndIsTold() {
    Reading reading = read("---\nauthor: Ada Lovelace\n---\n# T\n\nBy Charles Babbage\n");
    assertThat(reading.authors()).containsExactly("Ada Lovelace");
    assertThat(reading.body()).containsExactly("By Charles Babbage");
    assertThat(codes()).containsExactly("title", "author-conflict");
  }

  @Test
  void aSentenceThatBeginsWithADayIsNoDate() {
    Reading reading = read("# Title\n\n2025-12-01 was the day the harbour froze.\n\nText.\n");
    assertThat(reading.metadata().date()).isNull();
    assertThat(reading.body())
        .containsExactly("2025-12-01 was the day the harbour froze.", "Text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-01T08:30:00Z", "2025-12-01 08:30", "2025-12-01T08:30:00+01:00"})
  void anInstantIsItsDay(String instant) {
    assertThat(read("# Title\n\n" + instant + "\n").metadata().date())
        .isEqualTo(LocalDate.of(2025, 12, 1));
  }

  @Test
  void aRoleThatOnlyTheBylineHasIsNotLost() {
    Reading reading =
        read("---\nauthor: John Brunn\n---\n# Title\n\nBy John Brunn, Chief Officer\n\nText.\n");
    assertThat(reading.body()).containsExactly("Text.");
    assertThat(reading.metadata().authors().get(0).role()).isEqualTo("Chief Officer");
    assertThat(finding("byline").hint())
        .isEqualTo("author: { name: John Brunn, role: Chief Officer }");
  }

  @Test
  void aRoleThatIsNotTheFrontMatterSIsAConflict() {
    Reading reading =
        read(
            "---\nauthor: {name: John Brunn, role: Editor}\n---\n"
                + "# Title\n\nBy John Brunn, Chief Officer\n");
    assertThat(reading.body()).containsExactly("By John Brunn, Chief Officer");
    assertThat(reading.metadata().authors().get(0).role()).isEqualTo("Editor");
    assertThat(codes()).containsExactly("title", "author-conflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Jude Law",
        "By Executive Order",
        "By Executive Order 13382",
        "By Phase Two",
        "By Early May",
        "By Monday Morning",
        "By January First",
        "By The Numbers",
        "By Royal Decree"
      })
  void whatMayBeABylineStaysAndIsTold(String line) {
    Reading reading = read("# Title\n\n" + line + "\n\nText.\n");
    assertThat(reading.authors()).isEmpty();
    assertThat(reading.body()).containsExactly(line, "Text.");
    assertThat(codes()).containsExactly("title", "no-byline");
    assertThat(finding("no-byline").place().line()).isEqualTo(3);
    assertThat(finding("no-byline").hint()).startsWith("author: ");
  }

  @Test
  void aBareTitleThatIsNotTheFrontMatterSStaysAndIsTold() {
    Reading reading = read("---\ntitle: The Reef\n---\nAnother Line\n\nBy Ada Lovelace\n\nText.\n");
    assertThat(reading.title()).isEqualTo("The Reef");
    assertThat(reading.body()).containsExactly("Another Line", "Text.");
    assertThat(codes()).containsExactly("title-conflict", "byline");
  }

  @Test
  void titlesAreTheSameHoweverTheirLettersAreWritten() {
    Reading reading = read("---\ntitle: Wait… Café\n---\n# Wait... Cafe\u0301\n\nText.\n");
    assertThat(reading.body()).containsExactly("Text.");
    assertThat(codes()).isEmpty();
  }

  @Test
  void whatIsReadFromStandardInputHasNoFileNameForATitle() {
    Source source = new Source("<stdin>", null, "Text.\n");
    FrontMatter frontMatter = FrontMatter.read(source, findings);
    Node document = Parser.builder().build().parse(source.text());
    Masthead masthead = Masthead.recognise(document, frontMatter, source, findings);
    assertThat(masthead.metadata(null).title()).isEqualTo("Untitled");
    assertThat(finding("no-title").message()).isEqualTo("no title found; 'Untitled' serves");
  }

  // About the author

  @Test
  void whatFollowsAboutTheAuthorIsSet() {
    Reading reading =
        read("# T\n\nText.\n\n---\n\n## About the Author\n\nShe counts reefs.\n\nWrite to her.\n");
    assertThat(reading.about()).containsExactly("She counts reefs.", "Write to her.");
    assertThat(reading.body()).containsExactly("Text.");
  }

  @Test
  void whatTheFrontMatterSaysOfTheAuthorTooIsPrintedOnce() {
    Reading reading =
        read(
            "---\nauthor: {name: Ada Lovelace, bio: Ada Lovelace is a countess.}\n---\n"
                + "# T\n\nText.\n\n[Ada Lovelace](https://example.org) is a countess.\n");
    assertThat(reading.about()).containsExactly("Ada Lovelace is a countess.");
    assertThat(reading.metadata().authors().get(0).bio()).isNull();
  }

  @Test
  void aboutTheAuthorEndsWithTheNextHeading() {
    Reading reading = read("# T\n\nText.\n\n## About the author\n\nShe counts.\n\n## Sources\n");
    assertThat(reading.about()).containsExactly("She counts.");
    assertThat(reading.body()).containsExactly("Text.", "Sources");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace is a countess.",
        "*Ada Lovelace is a countess.*",
        "[Ada Lovelace](https://example.org) was a countess.",
        "Lovelace is a countess.",
        "Dr. Ada Lovelace is a countess.",
      })
  void aParagraphOnTheAuthorIsAboutTheAuthor(String about) {
    Reading reading =
        read(
            "# T\n\nBy Ada Lovelace\n\nText.\n\n"
                + about
                + "\n\nThe views expressed here are her own.\n");
    assertThat(reading.about()).hasSize(2);
    assertThat(reading.body()).containsExactly("Text.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Charles Babbage was a mathematician.",
        "Ada is a language.",
        "Adalovelace is one word.",
        "Ada Lovelace wrote the first program.",
        "The views expressed here are his own.",
      })
  void aParagraphOnTheSubjectStays(String last) {
    Reading reading = read("# T\n\nBy Ada Lovelace\n\nText.\n\n" + last + "\n");
    assertThat(reading.about()).isEmpty();
    assertThat(reading.body()).containsExactly("Text.", last);
  }
}
