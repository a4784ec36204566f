package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import offprint.document.Described;
import offprint.document.Metadata;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningHeadsTest {
  private final Findings findings = new Findings();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tides: A History",
        "Tides \u2013 A History",
        "Tides\u2014A History",
        "Tides - A History",
        "Tides\u00a0: une histoire",
        "Tides | The Reef Review",
        "Tides; or, the Sea"
      })
  void aTitleIsCutAtItsColonOrDash(String title) {
    assertThat(heads("x", null).forms(title)).containsExactly(title, "Tides");
  }

  @Test
  void aTitleOfManyPartsIsCutAtTheLastFirst() {
    assertThat(heads("x", null).forms("Why tides? A history: 1914\u20131918"))
        .containsExactly(
            "Why tides? A history: 1914\u20131918", "Why tides? A history", "Why tides?");
  }

  @Test
  void whatHasNoMainPartIsNotCut() {
    for (String title : List.of("Well-being at 10:30", "Ratio 3:1", "1914\u20131918", ": odd")) {
      assertThat(heads("x", null).forms(title)).containsExactly(title);
    }
  }

  @Test
  void theAuthorsOwnShortTitleGoesBeforeACut() {
    assertThat(heads("Tides: A History", "The Tides").forms("Tides: A History"))
        .containsExactly("Tides: A History", "The Tides", "Tides");
  }

  @Test
  void authorsAreCalledByLessAndLess() {
    assertThat(heads("x", null, "Ada King").forms("Ada King")).containsExactly("Ada King", "King");
    assertThat(heads("x", null, "Ada King", "Alan Turing").forms("Ada King and Alan Turing"))
        .containsExactly("Ada King and Alan Turing", "King and Turing", "King et al.");
    assertThat(
            heads("x", null, "Ada King", "Alan Turing", "Grace Hopper")
                .forms("Ada King, Alan Turing and Grace Hopper"))
        .containsExactly(
            "Ada King, Alan Turing and Grace Hopper",
            "King, Turing and Hopper",
            "Ada King et al.",
            "King et al.");
  }

  @Test
  void whatCannotBeShortenedIsAbridgedBetweenWordsAndToldOnce() {
    RunningHeads heads = heads("x", null);
    String words = "One two, three four";
    assertThat(heads.abridged(words, form -> form.length() <= 10)).isEqualTo("One two\u2026");
    heads.abridged(words, form -> form.length() <= 10);
    assertThat(findings.list()).singleElement().matches(f -> f.code().equals("running-head"));
  }

  private RunningHeads heads(String title, @Nullable String shortTitle, String... names) {
    List<Metadata.Author> authors =
        Stream.of(names)
            .map(
                name -> {
                  String[] parts = name.split(" ");
                  return new Metadata.Author(
                      name, parts[1] + ", " + parts[0], null, null, null, null);
                })
            .toList();
    return new RunningHeads(
        Described.as(title, shortTitle, authors, null), findings, Place.of("article.md"));
  }
}
