package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import offprint.document.Block;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplaysTest {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

  @TempDir Path folder;

  @BeforeEach
  void drawPicture() throws Exception {
    Files.write(folder.resolve("a.png"), Base64.getDecoder().decode(PIXEL));
  }

  private List<String> blocks(String text) {
    return new MarkdownReader(Settings.NONE, new Findings())
        .body(new Source("a.md", folder, text)).blocks().stream()
            .map(
                block ->
                    block instanceof Block.Paragraph p
                        ? p.isPicture() ? "picture" : "words"
                        : block.getClass().getSimpleName())
            .toList();
  }

  @Test
  void aPictureOnALineOfItsOwnBelowWordsStandsByItself() {
    assertThat(blocks("Words\n![a](a.png)\n")).containsExactly("words", "picture");
    assertThat(blocks("Words  \n![a](a.png \"A\")\nmore\n"))
        .containsExactly("words", "Figure", "words");
  }

  @Test
  void aPictureAmongWordsOrPicturesStaysThere() {
    assertThat(blocks("Words ![a](a.png)\nmore\n")).containsExactly("words");
    assertThat(blocks("Words\n![a](a.png), more\n")).containsExactly("words");
    assertThat(blocks("![a](a.png)\nWords\n")).containsExactly("words");
    assertThat(blocks("![a](a.png)\n![a](a.png)\n![a](a.png)\n")).containsExactly("words");
  }

  @Test
  void aPictureThatIsALinkStandsByItselfAsAnyOther() {
    assertThat(blocks("[![a](a.png)](https://example.org/)\n")).containsExactly("picture");
    assertThat(blocks("Words\n[![a](a.png)](https://example.org/)\n"))
        .containsExactly("words", "picture");
    assertThat(blocks("[![a](a.png \"A\")](https://example.org/)\n")).containsExactly("Figure");
    assertThat(
            blocks("<figure><a href='b'><img src='a.png'></a><figcaption>A</figcaption></figure>"))
        .containsExactly("Figure");
  }

  @Test
  void badgesStayInOneLine() {
    assertThat(
            blocks("[![a](a.png)](https://example.org/a)\n[![b](a.png)](https://example.org/b)\n"))
        .containsExactly("words");
  }

  @Test
  void anEmphasisedLineBelowAPictureIsItsCaption() {
    assertThat(blocks("![a](a.png)\n*What it shows.*\n")).containsExactly("Figure");
    assertThat(
            blocks(
                "<p><img src='a.png'><br><i>By <a href='https://example.org/'>A</a></i><br></p>"))
        .containsExactly("Figure");
  }

  @Test
  void otherWordsBelowAPictureAreNone() {
    assertThat(blocks("![a](a.png)\n*What* it shows.\n")).containsExactly("words");
    assertThat(blocks("![a](a.png) *What it shows.*\n")).containsExactly("words");
    assertThat(blocks("![a](a.png)\n*One.*\n*Two.*\n")).containsExactly("words");
  }
}
