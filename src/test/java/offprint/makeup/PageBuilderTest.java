package offprint.makeup;

import static offprint.document.Direction.LEFT_TO_RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import offprint.document.Direction;
import offprint.galley.Galley;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.style.PageStyle;
import offprint.style.Style;
import offprint.style.Style.Colour;
import offprint.type.TypeCase;
import org.junit.jupiter.api.Test;

class PageBuilderTest {
  private static final double LINE = 10;
  private static final PageStyle PAGE =
      new PageStyle(200, 140, new Style.Edges(20, 20, 20, 20), List.of());

  /** A slug that is recognised by the x of its one rule. */
  private static Slug slug(int name, double height, SetNote... notes) {
    Mark mark = new Mark.Rule(name, 0, 1, height, Colour.BLACK, Mark.Artifact.LAYOUT);
    return new Slug(
        height,
        List.of(mark),
        height == LINE,
        new Slug.Extras(List.of(notes), List.of(), List.of(), List.of()));
  }

  private static List<Slug> lines(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> slug(i, LINE)).toList();
  }

  private static Style style(Style.Border top) {
    return new Style(
        List.of("serif"),
        8,
        400,
        false,
        LINE,
        Colour.BLACK,
        List.of(),
        0,
        0,
        0,
        false,
        true,
        Style.Transform.NONE,
        Style.Align.JUSTIFY,
        0,
        true,
        false,
        0,
        false,
        false,
        false,
        null,
        Style.Display.BLOCK,
        false,
        Style.Edges.NONE,
        Style.Edges.NONE,
        new Style.Borders(top, Style.Border.NONE, Style.Border.NONE, Style.Border.NONE),
        null,
        2,
        2,
        0,
        Style.Break.AUTO,
        Style.Break.AUTO,
        Style.Break.AUTO,
        "disc",
        null,
        null,
        null);
  }

  /** The names on each page, in the order of painting; a note rule is -1. */
  private static List<List<Integer>> pages(Galley galley) {
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, true, true, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    builder.add(galley);
    return names(builder.finish(furniture(), numbers()));
  }

  private static List<List<Integer>> names(List<Page> pages) {
    List<List<Integer>> names = new ArrayList<>();
    for (Page page : pages) {
      List<Integer> on = new ArrayList<>();
      for (Mark mark : page.marks()) {
        Mark.Rule rule = (Mark.Rule) mark;
        on.add(rule.width() == 1 ? (int) rule.x() - 20 : -1);
      }
      names.add(on);
    }
    return names;
  }

  @Test
  void fillsAPageToItsDepth() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 13), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 10), range(10, 13));
  }

  @Test
  void leavesNoLastLineAloneAtTheHeadOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 11), 2, 2, false);
    galley.addLines(lines(11, 4), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 9), range(9, 15));
  }

  @Test
  void leavesNoStubOnTheLastPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 11), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 8), range(8, 11));
  }

  @Test
  void hasAParagraphSetInALineFewerRatherThanASpreadEndHigh() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 10), 2, 2, false);
    galley.addParagraph(lines(10, 11), 2, 2, Galley.Cut.ALLOWED, () -> List.of(lines(110, 10)));
    galley.addLines(lines(30, 13), 2, 2, false);
    assertThat(pages(galley))
        .containsExactly(range(0, 10), range(110, 120), range(30, 40), range(40, 43));
  }

  @Test
  void facingPagesEndAtTheSameLine() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 10), 2, 2, false);
    galley.addLines(lines(10, 11), 2, 2, false);
    galley.addLines(lines(30, 13), 2, 2, false);
    assertThat(pages(galley).get(1)).isEqualTo(range(10, 19));
    assertThat(pages(galley).get(2)).hasSize(9);
  }

  @Test
  void pagesOnOneSideOfTheirSheetsEndEachForItself() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 10), 2, 2, false);
    galley.addLines(lines(10, 11), 2, 2, false);
    galley.addLines(lines(30, 13), 2, 2, false);
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, false, true, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    builder.add(galley);
    List<List<Integer>> pages = names(builder.finish(furniture(), numbers()));
    assertThat(pages.get(1)).isEqualTo(range(10, 19));
    assertThat(pages.get(2)).hasSize(10);
  }

  @Test
  void aPageAloneEndsALineHighRatherThanThatItsSpacesGrow() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 3), 2, 2, false);
    galley.space(LINE);
    galley.addLines(lines(3, 5), 2, 2, false);
    galley.addLines(lines(8, 3), 3, 2, false);
    Mark last = build(galley).getFirst().marks().getLast();
    assertThat(((Mark.Rule) last).y()).isEqualTo(100);
  }

  @Test
  void aPageThatIsNotLedOutEndsWhereItsTextDoes() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 4), 2, 2, false);
    galley.space(LINE);
    galley.addLines(lines(4, 3), 2, 2, false);
    galley.addLines(lines(7, 4), 4, 2, false);
    assertThat(lastOfFirst(true, galley)).isEqualTo(100);
    assertThat(lastOfFirst(false, galley)).isEqualTo(90);
  }

  private static double lastOfFirst(boolean ledOut, Galley galley) {
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, true, ledOut, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    builder.add(galley);
    return y(builder.finish(furniture(), numbers()).getFirst().marks().getLast());
  }

  @Test
  void aFigureWithoutRoomStandsAtTheHeadOfTheNextPageAndTheTextGoesOn() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 8), 2, 2, false);
    Galley figure = new Galley();
    figure.add(slug(90, 50));
    galley.addFigure(figure, true);
    galley.addLines(lines(8, 6), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 10), List.of(90, 10, 11, 12, 13));
  }

  private static void addFigure(Galley galley, double height) {
    Galley figure = new Galley();
    figure.add(slug(90, height));
    galley.addFigure(figure, true, new Galley.Reduction(height, by -> slug(90, height - by)));
  }

  @Test
  void aPictureThatLacksLittleRoomIsMadeSmallerAndStays() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 5), 2, 2, false);
    addFigure(galley, 52);
    galley.addLines(lines(5, 6), 2, 2, false);
    assertThat(pages(galley)).containsExactly(List.of(0, 1, 2, 3, 4, 90), range(5, 11));
  }

  @Test
  void twoPicturesThatLackLittleRoomStandAtOneHead() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 8), 2, 2, false);
    addFigure(galley, 50);
    addFigure(galley, 52);
    galley.addLines(lines(8, 6), 2, 2, false);
    assertThat(pages(galley)).contains(List.of(90, 90));
  }

  @Test
  void noPictureIsMadeSmallerByMoreThanAQuarter() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 4), 2, 2, false);
    Galley figure = new Galley();
    figure.add(slug(90, 90));
    galley.addFigure(figure, false, new Galley.Reduction(90, by -> slug(90, 90 - by)));
    galley.addLines(lines(4, 6), 2, 2, false);
    assertThat(pages(galley)).first().isEqualTo(range(0, 4));
  }

  @Test
  void aFigureStandsAboveTheHeadingOfTheNextSection() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 7), 2, 2, false);
    addFigure(galley, 50);
    galley.section(1);
    galley.addLines(lines(7, 5), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 7), List.of(90, 7, 8, 9, 10, 11));
  }

  @Test
  void aFigureMayStandInASectionOfItsOwnSection() {
    Galley galley = new Galley();
    galley.section(1);
    galley.addLines(lines(0, 7), 2, 2, false);
    addFigure(galley, 50);
    galley.section(2);
    galley.addLines(lines(7, 8), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 10), List.of(90, 10, 11, 12, 13, 14));
  }

  @Test
  void aListsFirstLineIsNotAloneAtTheFootOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 8), 2, 2, false);
    addList(galley, 8, 3);
    galley.addLines(lines(11, 4), 2, 2, false);
    assertThat(pages(galley).getFirst()).isEqualTo(range(0, 8));
  }

  @Test
  void aListsLastLineIsNotAloneAtTheHeadOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 6), 2, 2, false);
    addList(galley, 6, 4);
    galley.addLines(lines(10, 4), 2, 2, false);
    assertThat(pages(galley).getFirst()).isEqualTo(range(0, 8));
  }

  @Test
  void aLineThatEndsASectionIsNotAloneAtTheHeadOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 4), 2, 2, false);
    galley.addLines(lines(4, 6), 2, 2, false);
    galley.addLines(lines(10, 1), 2, 2, false);
    galley.space(20);
    galley.addLines(lines(11, 4), 2, 2, false);
    assertThat(pages(galley).getFirst()).isEqualTo(range(0, 8));
  }

  /** Items of a line each. */
  private static void addList(Galley galley, int from, int count) {
    galley.space(5);
    for (int i = from; i < from + count; i++) {
      galley.add(slug(i, 9));
    }
    galley.space(5);
  }

  @Test
  void leavesNoFirstLineAloneAtTheFootOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 9), 2, 2, false);
    galley.addLines(lines(9, 4), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 9), range(9, 13));
  }

  @Test
  void aHeadingNeverEndsAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 8), 2, 2, false);
    galley.add(slug(8, LINE), Galley.Cut.FORBIDDEN, null);
    galley.addLines(lines(9, 3), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 8), range(8, 12));
  }

  /** Two lines are to stand below a heading; if there cannot be, then all of its section. */
  @Test
  void aPageEndsBelowASectionOfOneLineRatherThanBelowTheNextHeading() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 1), 2, 2, false);
    for (int heading = 1; heading < 17; heading += 2) {
      galley.section(2);
      galley.add(slug(heading, LINE));
      galley.keepWithNext();
      galley.addLines(lines(heading + 1, 1), 2, 2, false);
    }
    assertThat(pages(galley)).containsExactly(range(0, 9), range(9, 17));
  }

  @Test
  void spaceVanishesAtTheHeadOfAPage() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 10), 2, 2, false);
    galley.space(25);
    galley.addLines(lines(10, 2), 2, 2, false);
    List<Page> pages = build(galley);
    assertThat(((Mark.Rule) pages.get(1).marks().getFirst()).y()).isEqualTo(20);
  }

  @Test
  void textReturnsToTheGridBehindWhatLeftIt() {
    Galley galley = new Galley();
    galley.add(slug(0, 14));
    galley.addLines(lines(1, 2), 2, 2, false);
    List<Page> pages = build(galley);
    assertThat(pages.getFirst().marks().stream().map(m -> ((Mark.Rule) m).y()))
        .containsExactly(20.0, 40.0, 50.0);
  }

  @Test
  void aNoteStandsAtTheFootOfThePageThatCallsIt() {
    Galley galley = new Galley();
    SetNote note = new SetNote(List.of(slug(50, 8), slug(51, 8)));
    galley.addLines(lines(0, 5), 2, 2, false);
    galley.add(slug(5, LINE, note));
    List<Page> pages = build(galley);
    assertThat(names(pages)).containsExactly(List.of(0, 1, 2, 3, 4, 5, -1, 50, 51));
    Mark.Rule last = (Mark.Rule) pages.getFirst().marks().getLast();
    assertThat(last.y() + last.height()).isEqualTo(120);
  }

  @Test
  void notesStandAtTheFootHoweverHighTheTextEnds() {
    Galley galley = new Galley();
    galley.add(slug(0, LINE, new SetNote(List.of(slug(50, 8)))));
    galley.addLines(lines(1, 5), 2, 2, false);
    galley.addLines(lines(6, 5), 2, 2, true);
    List<Page> pages = build(galley);
    assertThat(names(pages).getFirst()).containsExactly(0, 1, 2, 3, 4, 5, -1, 50);
    assertThat(y(pages.getFirst().marks().getLast())).isEqualTo(120 - 8);
  }

  @Test
  void aNoteThatDoesNotFitGoesOnOnTheNextPageWithTwoLinesOnEach() {
    Galley galley = new Galley();
    List<Slug> long8 = IntStream.range(50, 58).mapToObj(i -> slug(i, 8)).toList();
    galley.addLines(lines(0, 5), 2, 2, false);
    galley.add(slug(5, LINE, new SetNote(long8)));
    galley.addLines(lines(6, 3), 2, 2, false);
    List<List<Integer>> pages = pages(galley);
    // Six lines are 60 of 100; above the note go 6 of blank and a rule, so three lines of 8 fit.
    assertThat(pages.get(0)).containsExactly(0, 1, 2, 3, 4, 5, -1, 50, 51, 52);
    assertThat(pages.get(1)).containsExactly(6, 7, 8, -1, 53, 54, 55, 56, 57);
  }

  @Test
  void aTablesHeadIsRepeatedWhereItGoesOn() {
    Galley galley = new Galley();
    List<Slug> head = List.of(slug(99, LINE));
    galley.add(slug(0, LINE), Galley.Cut.FORBIDDEN, null);
    for (int i = 1; i < 14; i++) {
      galley.add(slug(i, LINE), Galley.Cut.ALLOWED, head);
    }
    List<List<Integer>> pages = pages(galley);
    assertThat(pages.get(0)).isEqualTo(range(0, 10));
    assertThat(pages.get(1)).containsExactly(99, 10, 11, 12, 13);
  }

  @Test
  void aHeadingAtAPagesHeadIsAsFarAboveItsTextAsElsewhere() {
    assertThat(headed(6, LINE)).containsExactly(20 + 5.0, 20 + 20.0);
    assertThat(headed(3, LINE)).containsExactly(20 - 2.0, 20 + 10.0);
    assertThat(headed(6, 9)).containsExactly(20.0, 20 + 15.0);
  }

  @Test
  void textBelowAHeadingAtAPagesHeadStandsOnTheNearestLine() {
    assertThat(headed(5, LINE).getLast()).isEqualTo(20 + 10);
    assertThat(headed(0, LINE).getLast()).isEqualTo(20 + 10);
    assertThat(headed(11, LINE).getLast()).isEqualTo(20 + 20);
  }

  /** Where a heading stands at a page's head, and what is below it. */
  private static List<Double> headed(double space, double height) {
    Galley galley = new Galley();
    galley.add(slug(0, LINE), Galley.Cut.FORCED, null);
    galley.space(14);
    galley.add(slug(1, 9));
    galley.keepWithNext();
    galley.space(space);
    galley.add(slug(2, height));
    galley.add(slug(3, height));
    return build(galley).get(1).marks().stream().limit(2).map(PageBuilderTest::y).toList();
  }

  private static double y(Mark mark) {
    return ((Mark.Rule) mark).y();
  }

  @Test
  void aPieceThatIsHigherThanAPageIsSetAllTheSame() {
    Galley galley = new Galley();
    galley.add(slug(0, LINE));
    galley.add(slug(1, 500));
    galley.add(slug(2, LINE));
    assertThat(pages(galley)).containsExactly(List.of(0), List.of(1), List.of(2));
  }

  @Test
  void whatOpensAPageLeavesTheFiguresOfThePartBeforeBehind() {
    Galley galley = new Galley();
    galley.addLines(lines(0, 8), 2, 2, false);
    Galley figure = new Galley();
    figure.add(slug(90, 50));
    galley.addFigure(figure, true);
    galley.addLines(lines(8, 2), 2, 2, false);
    galley.cut(Galley.Cut.VERSO);
    galley.addLines(lines(10, 4), 2, 2, false);
    assertThat(pages(galley)).containsExactly(range(0, 10), List.of(90), List.of(), range(10, 14));
  }

  @Test
  void whatIsAddedLaterMayOpenAPage() {
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, true, true, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    Galley galley = new Galley();
    galley.addLines(lines(0, 3), 2, 2, false);
    builder.add(galley);
    assertThat(builder.pagesOfLinks()).isEmpty();
    Galley links = new Galley();
    links.cut(Galley.Cut.RECTO);
    links.addLines(lines(3, 4), 2, 2, false);
    builder.add(links);
    assertThat(names(builder.finish(furniture(), numbers())))
        .containsExactly(range(0, 3), List.of(), range(3, 7));
  }

  @Test
  void saysOnWhichPagesALinkIsUsedBeforeTheLastPageIsClosed() {
    Galley galley = new Galley();
    for (int i = 0; i < 12; i++) {
      List<Integer> links = i == 3 || i == 11 ? List.of(7) : List.of();
      galley.add(
          new Slug(LINE, List.of(), true, new Slug.Extras(List.of(), links, List.of(), List.of())));
    }
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, true, true, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    builder.add(galley);
    assertThat(builder.pagesOfLinks().get(7)).containsExactly(1, 2);
    assertThat(builder.pagesOfLinks()).doesNotContainKey(8);
  }

  private static List<Page> build(Galley galley) {
    PageBuilder builder =
        new PageBuilder(
            folio -> PAGE, true, true, LINE, style(Style.Border.NONE), 160, LEFT_TO_RIGHT);
    builder.add(galley);
    return builder.finish(furniture(), numbers());
  }

  // The pages have no margin boxes and no line counts, so that no type is ever asked for.
  private static TypeCase type() {
    Shaper shaper =
        (text, face, size, features, language, rightToLeft) -> {
          throw new AssertionError("nothing to shape");
        };
    return new TypeCase(
        FontBook.bundled(), shaper, new Findings(), new Source("article.md", null, ""));
  }

  private static Furniture furniture() {
    RunningHeads heads = new RunningHeads(new Findings(), Place.of("article.md"));
    return new Furniture(type(), "en", LINE, heads);
  }

  private static LineNumbers numbers() {
    return new LineNumbers(type(), style(Style.Border.NONE), Direction.LEFT_TO_RIGHT);
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
