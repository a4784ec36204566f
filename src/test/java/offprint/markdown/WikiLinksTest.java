package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiLinksTest {
  private static final String HEAD = "---\ntitle: T\nsource: https://e.org/\n---\n\n";

  private final Findings findings = new Findings();

  private List<Inline> words(String text) {
    Source source = new Source("a.md", null, HEAD + text);
    List<Block> blocks = new MarkdownReader(Settings.NONE, findings).read(source).body();
    return ((Block.Paragraph) blocks.getFirst()).content();
  }

  @ParameterizedTest
  @CsvSource({
    "[[Tide tables]], Tide tables",
    "[[Tide tables#Low water]], 'Tide tables, Low water'",
    "[[Tide tables#Low water|there]], there",
  })
  void oneIsALinkToItsPage(String written, String shown) {
    List<Inline> words = words("See " + written + ", and on.\n");
    assertThat(words.get(1))
        .isInstanceOfSatisfying(
            Inline.Link.class, link -> assertThat(Inline.text(link.content())).isEqualTo(shown));
    assertThat(words.get(1).place().toString()).isEqualTo("a.md:6:5");
    assertThat(Inline.text(words)).isEqualTo("See " + shown + ", and on.");
  }

  @Test
  void onePageHasParts() {
    assertThat(words("See [[#Low water]].\n\n# Low water\n\n# Other\n").get(1))
        .isInstanceOfSatisfying(
            Inline.Link.class,
            link -> assertThat(link.target()).isEqualTo(new Inline.Target.Anchor("low-water")));
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x[[i]]", "[[ -f x ]]", "[[1]]", "![[a.png]]", "\\`[[a", "`[[a]]`"})
  void othersAreWords(String text) {
    assertThat(words("A " + text + " b\n")).noneMatch(Inline.Link.class::isInstance);
  }
}
