package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import offprint.composition.Pressed;
import offprint.document.Direction;
import offprint.document.PageSize;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Element;
import offprint.style.PageStyle;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;
import org.junit.jupiter.api.Test;

class LineNumbersTest {
  private static final double LINE = 12;
  private static final PageStyle PAGE =
      new PageStyle(300, 400, new Style.Edges(30, 50, 30, 50), List.of());

  private final Theme theme =
      Objects.requireNonNull(Theme.load("classic", null, null, new Findings()));
  private final Style style =
      theme.style(Element.root().child(Tag.BODY, null).child(Tag.LINE_NUMBER, null));

  @Test
  void everyFifthLineOfTheArticleHasItsNumberOnItsBaseline() {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      LineNumbers numbers = new LineNumbers(type(shaper), style, Direction.LEFT_TO_RIGHT);
      assertThat(shown(numbers, page(7, 5))).containsExactly("5");
      List<Mark> second = marks(numbers, page(7, 5));
      assertThat(second).extracting(mark -> ((Mark.Text) mark).run().text()).containsExactly("10");
      Mark.Text ten = (Mark.Text) second.getFirst();
      // The third line of its page.
      assertThat(ten.y()).isCloseTo(30 + 2 * LINE + 9, within(1e-9));
      double end = 50 - style.margin().right();
      assertThat(ten.x() + ten.run().width()).isCloseTo(end, within(1e-9));
      assertThat(ten.owner()).isEqualTo(Mark.Artifact.LAYOUT);
    }
  }

  @Test
  void whereLinesBeginAtTheRightTheirNumbersStandThere() {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      LineNumbers numbers = new LineNumbers(type(shaper), style, Direction.RIGHT_TO_LEFT);
      Mark.Text five = (Mark.Text) marks(numbers, page(7, 5)).getFirst();
      assertThat(five.x()).isCloseTo(300 - 50 + style.margin().right(), within(1e-9));
    }
  }

  @Test
  void whatDoesNotCountIsPassedOver() {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      LineNumbers numbers = new LineNumbers(type(shaper), style, Direction.LEFT_TO_RIGHT);
      List<LedOut.Placed> page = new ArrayList<>(page(1, 1));
      page.add(new LedOut.Placed(entry(new Slug(LINE, List.of(), true)), LINE));
      page.addAll(page(1, 1));
      assertThat(shown(numbers, page)).containsExactly("1", "2");
    }
  }

  @Test
  void aLineThatVanishedAtThePagesHeadCountsButShowsNoNumber() {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      LineNumbers numbers = new LineNumbers(type(shaper), style, Direction.LEFT_TO_RIGHT);
      List<LedOut.Placed> page = new ArrayList<>(page(1, 1));
      page.addAll(page(2, 1));
      assertThat(shown(numbers, page)).containsExactly("2", "3");
    }
  }

  @Test
  void aLineThatIsMovedDownItsSlugTakesItsNumberAlong() {
    Slug twice = Slug.stacked(List.of(line(1), line(1)));
    assertThat(twice.extras().counted())
        .extracting(Slug.Counted::baseline)
        .containsExactly(9.0, 9 + LINE);
    assertThat(twice.moved(5, 3, 40).extras().counted().getFirst().baseline()).isEqualTo(12);
  }

  @Test
  void codeCountsByItsLinesAndAFormulaAsOneButATableNotAtAll() {
    Pressed pressed =
        Pressed.of(
            "# T\n\nText.\n\n```\none\ntwo\n```\n\n$$\\begin{matrix} a \\\\ b \\end{matrix}$$\n\n"
                + "| h |\n|---|\n| c |\n\nLast.\n",
            PageSize.of("a5"),
            "manuscript");
    List<Mark.Text> numbers =
        pressed.texts().stream().filter(text -> text.owner() == Mark.Artifact.LAYOUT).toList();
    assertThat(numbers)
        .extracting(number -> number.run().text())
        .containsExactly("1", "2", "3", "4", "5");
    assertThat(numbers.get(1).y()).isCloseTo(pressed.text("one").y(), within(1e-9));
    assertThat(numbers.get(2).y()).isCloseTo(pressed.text("two").y(), within(1e-9));
    assertThat(numbers.get(4).y()).isCloseTo(pressed.text("Last").y(), within(1e-9));
  }

  private List<String> shown(LineNumbers numbers, List<LedOut.Placed> page) {
    return marks(numbers, page).stream().map(mark -> ((Mark.Text) mark).run().text()).toList();
  }

  private static List<Mark> marks(LineNumbers numbers, List<LedOut.Placed> page) {
    List<Mark> marks = new ArrayList<>();
    numbers.set(page, PAGE, marks);
    return marks;
  }

  private static List<LedOut.Placed> page(int lines, int every) {
    List<LedOut.Placed> page = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      page.add(new LedOut.Placed(entry(line(every)), i * LINE));
    }
    return page;
  }

  private static Galley.Entry entry(Slug slug) {
    return new Galley.Entry(0, slug, Galley.Cut.ALLOWED, List.of(), null);
  }

  private static Slug line(int every) {
    Slug plain = new Slug(LINE, List.of(), true);
    return every == 0 ? plain : plain.counted(9, every);
  }

  private static TypeCase type(HarfBuzzShaper shaper) {
    return new TypeCase(
        FontBook.bundled(), shaper, new Findings(), new Source("article.md", null, ""));
  }
}
