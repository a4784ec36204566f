package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.markdown.MarkdownReader;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Structure;
import offprint.source.Findings;
import offprint.source.SourceReader;
import offprint.style.Theme;
import org.junit.jupiter.api.Test;

class ContentsCompositorTest {
  private static final String SECTION = "The harbour was quiet all day. ".repeat(170) + "\n\n";

  private final Findings findings = new Findings();

  @Test
  void aLongArticleOfManyHeadingsIsListedByItself() {
    String headings = "## A\n\n" + SECTION + "### B\n\n" + SECTION + "### C\n\n" + SECTION;
    String article = headings + headings;
    assertThat(isListed(article, null)).isTrue();
    assertThat(isListed(article, Settings.Contents.AUTO)).isTrue();
    assertThat(isListed(article, Settings.Contents.FALSE)).isFalse();
  }

  @Test
  void aShortArticleOrOneOfFewHeadingsIsListedOnlyWhereThatIsAskedFor() {
    String few =
        "## A\n\n" + SECTION.repeat(4) + "### B\n\n#### C\n\n#### D\n\n" + SECTION.repeat(4);
    String small = "## A\n\n## B\n\n## C\n\n## D\n\n## E\n\n## F\n\n## G\n\nShort.\n";
    for (String article : List.of(few, small)) {
      assertThat(isListed(article, Settings.Contents.AUTO)).isFalse();
      assertThat(isListed(article, Settings.Contents.TRUE)).isTrue();
    }
  }

  @Test
  void whereThereIsNoHeadingNothingIsListed() {
    assertThat(isListed("Short.\n", Settings.Contents.TRUE)).isFalse();
    assertThat(findings.list()).anyMatch(finding -> finding.code().equals("no-contents"));
  }

  @Test
  void everyNumberIsThatOfItsHeadingsPageAndStandsAtTheRight() {
    StringBuilder article = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      article.append("## Part ").append(i).append("\n\n").append(SECTION);
      article.append("### Some of it\n\n").append(SECTION);
    }
    Pages pages = set(article.toString(), Settings.Contents.TRUE);
    Map<String, Integer> folios = new LinkedHashMap<>();
    Map<Structure.Element, String> targets = new LinkedHashMap<>();
    for (Page page : pages.pages()) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Anchor anchor) {
          folios.put(anchor.name(), page.folio());
        } else if (mark instanceof Mark.Link link
            && link.destination() instanceof Mark.Destination.Name name) {
          targets.put(link.element(), name.name());
        }
      }
    }
    double right = Double.NaN;
    int numbers = 0;
    for (Mark mark : pages.pages().getFirst().marks()) {
      if (mark instanceof Mark.Text text
          && text.run().text().matches(" \\d+")
          && text.owner() instanceof Structure.Content slot) {
        assertThat(text.run().text()).isEqualTo(" " + folios.get(targets.get(slot.element())));
        double end = text.x() + text.run().width();
        right = numbers == 0 ? end : right;
        assertThat(end).isCloseTo(right, within(1e-6));
        numbers++;
      }
    }
    assertThat(numbers).isEqualTo(24);
    assertThat(folios.get(targets.values().stream().toList().getLast())).isGreaterThan(9);
  }

  @Test
  void leadersStandBelowEachOtherAndBeginCloseBehindTheWords() {
    String headings = "## The tide\n\n## Money and what it bought\n\n### A\n\n## The *wall*\n\n";
    List<Mark.Text> marks =
        set(headings, Settings.Contents.TRUE).pages().getFirst().marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(Mark.Text.class::cast)
            .toList();
    List<Mark.Text> leaders =
        marks.stream().filter(mark -> mark.run().text().startsWith("..")).toList();
    assertThat(leaders).hasSize(4);
    double[] advances = leaders.getFirst().run().advances();
    double pitch = advances[advances.length - 2];
    double end = leaders.getFirst().x() + leaders.getFirst().run().width();
    for (Mark.Text leader : leaders) {
      assertThat(leader.x() + leader.run().width()).isCloseTo(end, within(1e-6));
      double words =
          marks.stream()
              .filter(mark -> mark.y() == leader.y() && mark.x() < leader.x())
              .mapToDouble(mark -> mark.x() + mark.run().width())
              .max()
              .orElseThrow();
      assertThat(leader.x() - words).isBetween(2.0, 2.5 + pitch);
    }
  }

  @Test
  void readFromTheRightTheNumbersStandAtTheLeftAndPageOneIsALeftOne() {
    String text = "\u05d0\u05d1\u05d2 ".repeat(9);
    Pages pages =
        set("---\ntitle: T\nlang: he\n---\n\n## " + text + "\n\n" + text, Settings.Contents.TRUE);
    List<Mark.Text> marks =
        pages.pages().getFirst().marks().stream()
            .filter(Mark.Text.class::isInstance)
            .map(Mark.Text.class::cast)
            .toList();
    double left = marks.stream().mapToDouble(Mark.Text::x).min().orElseThrow();
    assertThat(marks)
        .filteredOn(mark -> mark.run().text().equals("1 "))
        .singleElement()
        .matches(mark -> mark.x() == left);
    // A5 in classic: the outer margin, which is the left one of a left page.
    assertThat(left).isCloseTo(26 * 72 / 25.4, within(1e-6));
  }

  @Test
  void readersAreToldOfAListOfReferences() {
    Structure.Element document =
        set("## A\n\nText.\n\n### B[^1]\n\n[^1]: Note.\n\n## C\n", Settings.Contents.TRUE)
            .structure();
    assertThat(roles(document))
        .containsSubsequence(
            List.of(
                "H1",
                "Sect",
                "H2",
                "TOC",
                "TOCI",
                "Reference",
                "Link",
                "TOC",
                "TOCI",
                "Reference",
                "Link",
                "TOCI",
                "Reference",
                "Link",
                "H2",
                "P",
                "H3",
                "Note",
                "H2"));
  }

  private static List<String> roles(Structure.Element element) {
    List<String> roles = new ArrayList<>();
    for (Structure kid : element.kids()) {
      if (kid instanceof Structure.Element inner) {
        roles.add(inner.role().type());
        roles.addAll(roles(inner));
      }
    }
    return roles;
  }

  private boolean isListed(
      String article, Settings.@org.jspecify.annotations.Nullable Contents asked) {
    return roles(set(article, asked).structure()).contains("TOC");
  }

  private Pages set(String article, Settings.@org.jspecify.annotations.Nullable Contents asked) {
    var source =
        Objects.requireNonNull(
            SourceReader.read(
                new java.io.ByteArrayInputStream(
                    (article.startsWith("---") ? article : "---\ntitle: Tides\n---\n\n" + article)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "article.md",
                findings));
    var document =
        new MarkdownReader(Settings.builder().contents(asked).build(), findings).read(source);
    Theme theme = Objects.requireNonNull(Theme.load("classic", PageSize.of("a5"), findings));
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      return new Typesetter(theme, FontBook.bundled(), shaper, findings).set(document);
    }
  }
}
