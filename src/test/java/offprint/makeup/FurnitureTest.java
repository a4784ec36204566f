package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.style.PageStyle;
import offprint.style.Theme;
import offprint.type.TypeCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads in which every character is 10 points wide, on pages with a measure of 400. */
class FurnitureTest {
  private static final double WIDE = 10;

  @TempDir Path folder;

  private final Findings findings = new Findings();
  private final Map<String, String> strings =
      Map.of("title", "The long title: a part", "author", "Ada King");

  @Test
  void aHeadThatIsTooLongForComfortIsCut() throws Exception {
    assertThat(words("@top-right { content: string(title) }"))
        .containsExactly("The long title: a part");
    assertThat(words("@top-right { content: string(title) \" of 1843\" }"))
        .containsExactly("The long title of 1843");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "office"})
  void aLeftPageNamesTheTitleWhereThereIsNoAuthor(String theme) {
    String text = "\n\n" + "Some words of a paragraph.\n\n".repeat(120);
    assertThat(left("# Tides" + text, theme)).contains("Tides");
    assertThat(left("# Tides\n\nBy Ada King" + text, theme))
        .contains("Ada King")
        .doesNotContain("Tides");
  }

  @Test
  void everySheetOfAManuscriptNamesTitleAndAuthor() {
    String text = "\n\n" + "Some words of a paragraph.\n\n".repeat(120);
    assertThat(left("# Tides\n\nBy Ada King" + text, "manuscript"))
        .contains("Tides")
        .anyMatch(words -> words.startsWith("Ada King"));
  }

  /** What is said on the second page. */
  private static List<String> left(String markdown, String theme) {
    List<String> words = new ArrayList<>();
    for (Mark mark : Pressed.of(markdown, PageSize.A4, theme).pages().pages().get(1).marks()) {
      if (mark instanceof Mark.Text text) {
        words.add(text.run().text());
      }
    }
    return words;
  }

  @Test
  void headsOfOneRowDoNotRunIntoEachOther() throws Exception {
    List<Mark.Text> row =
        texts(
            "@top-left { content: string(author) } @top-center { content: \"12345678\" }"
                + " @top-right { content: string(title) }");
    assertThat(row)
        .extracting(mark -> mark.run().text())
        .containsExactly("Ada King", "12345678", "The long title");
    assertThat(row.get(2).x() + row.get(2).run().width()).isEqualTo(500);
  }

  @Test
  void onlyWhatHasNoShorterFormEndsInAnEllipsis() throws Exception {
    String long_ = "No part of this can be left out but the whole end of it";
    assertThat(words("@top-left { content: \"" + long_ + "\" }"))
        .containsExactly("No part of this can be left out but the…");
    assertThat(findings.list()).hasSize(1);
  }

  @Test
  void namesThatNothingSetSayNothing() throws Exception {
    assertThat(words("@top-left { content: string(section) }")).isEmpty();
  }

  private List<String> words(String boxes) throws Exception {
    return texts(boxes).stream().map(mark -> mark.run().text()).toList();
  }

  private List<Mark.Text> texts(String boxes) throws Exception {
    Files.writeString(
        folder.resolve("print.css"), "@page { margin: 100pt; font-size: 10pt; " + boxes + " }");
    Theme theme =
        Objects.requireNonNull(
            Theme.load(folder.toString(), PageSize.of("600x800pt"), new Findings()));
    Shaper fixed =
        (text, face, size, features, language, rightToLeft) -> {
          int length = text.length();
          int[] clusters = new int[length];
          int[] glyphs = new int[length];
          double[] advances = new double[length];
          for (int i = 0; i < length; i++) {
            clusters[i] = i;
            glyphs[i] = 1;
            advances[i] = WIDE;
          }
          return new GlyphRun(
              face,
              size,
              text,
              glyphs,
              clusters,
              advances,
              new double[length],
              new double[length],
              rightToLeft);
        };
    Place place = Place.of("article.md");
    TypeCase type =
        new TypeCase(FontBook.bundled(), fixed, new Findings(), new Source("article.md", null, ""));
    List<Mark> marks = new ArrayList<>();
    new Furniture(type, "en", 12, new RunningHeads(findings, place))
        .set(theme.page(PageStyle.Side.RECTO, false), 3, 9, strings, true, marks);
    return marks.stream().map(Mark.Text.class::cast).toList();
  }
}
