package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    "[[2025-12-01]], 2025-12-01",
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
  @ValueSource(strings = {"x[[i]]", "[[ -f x ]]", "[[1]]", "\\[[A]]", "\\[\\[A]]", "`[[A]]`"})
  void othersAreWords(String text) {
    assertThat(words("A " + text + " b\n")).noneMatch(Inline.Link.class::isInstance);
  }

  @Test
  void whatIsEmbeddedLeavesItsName() {
    assertThat(Inline.text(words("A ![[Tide tables#Low water]] b ![[low.pdf]]\n")))
        .isEqualTo("A Tide tables, Low water b low.pdf");
    assertThat(findings.list()).extracting(Finding::code).containsOnly("embedded-page").hasSize(2);
  }

  @Test
  void anEmbeddedPictureIsOne(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("low.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    Source source =
        new Source(
            "a.md", folder, HEAD + "![[low.svg|Low water]] ![[low.svg|30x40]] ![[gone.png]]\n");
    Block block = new MarkdownReader(Settings.NONE, findings).read(source).body().getFirst();
    List<Inline> words = ((Block.Paragraph) block).content();
    assertThat(words.getFirst())
        .isInstanceOfSatisfying(
            Inline.Image.class, low -> assertThat(low.alternative()).isEqualTo("Low water"));
    assertThat(words.get(2))
        .isInstanceOfSatisfying(
            Inline.Image.class,
            low -> {
              assertThat(low.width()).isEqualTo(new Inline.Image.Extent(30, false));
              assertThat(low.height()).isEqualTo(new Inline.Image.Extent(40, false));
            });
    assertThat(Inline.text(words.subList(3, words.size()))).isEqualTo(" gone.png");
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("picture-without-alternative", "picture-elsewhere");
  }
}
