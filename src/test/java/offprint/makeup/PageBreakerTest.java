package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import offprint.galley.Galley;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.style.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random galleys, set on pages of ten lines or twenty-four: the rules hold, and nothing better was
 * possible.
 */
class PageBreakerTest {
  private static final Mark SHOWN =
      new Mark.Rule(0, 0, 1, 1, Style.Colour.BLACK, Mark.Artifact.LAYOUT);
  private static final double LINE = 10;
  private static final int FEW = 10;
  private static final int MANY = 24;
  private static final double NOTE_LINE = 8;
  private static final double NOTE_HEAD = 9;

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }

  // ---- what galleys are made of

  private static Slug slug(double height, boolean onGrid, boolean hyphen, SetNote... notes) {
    return new Slug(
        height,
        List.of(SHOWN),
        onGrid,
        new Slug.Extras(List.of(notes), List.of(), List.of(), List.of()),
        hyphen);
  }

  private static Slug line(boolean hyphen, SetNote... notes) {
    return slug(LINE, true, hyphen, notes);
  }

  private static SetNote note(int lines) {
    return new SetNote(Stream.generate(() -> slug(NOTE_LINE, false, false)).limit(lines).toList());
  }

  private static void paragraph(Galley galley, Random random, double hyphens, double notes) {
    List<Slug> lines = new ArrayList<>();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      boolean hyphen = i < count - 1 && random.nextDouble() < hyphens;
      lines.add(
          random.nextDouble() < notes ? line(hyphen, note(1 + random.nextInt(6))) : line(hyphen));
    }
    galley.addLines(lines, 2, 2, false);
  }

  private static void heading(Galley galley) {
    galley.space(14);
    galley.add(slug(LINE, false, false));
    galley.keepWithNext();
    galley.space(6);
  }

  private static void quotation(Galley galley, Random random) {
    galley.space(5);
    galley.addLines(
        Stream.generate(() -> slug(9, false, false)).limit(2 + random.nextInt(4)).toList(),
        2,
        2,
        false);
    galley.space(5);
  }

  private static void figure(Galley galley, Random random) {
    Galley figure = new Galley();
    figure.space(5);
    figure.add(slug(20 + random.nextInt(60), false, false));
    figure.space(5);
    galley.addFigure(figure, true);
  }

  /** Paragraphs alone, of lines that all stand on the grid. */
  private static Galley text(long seed, int paragraphs, double hyphens) {
    Random random = new Random(seed);
    Galley galley = new Galley();
    for (int i = 0; i < paragraphs; i++) {
      int from = galley.size();
      paragraph(galley, random, hyphens, 0);
      if (random.nextInt(3) == 0) {
        galley.keepTogether(from, Galley.Cut.UNWELCOME);
      } else if (random.nextInt(3) == 0) {
        galley.keepLast(Galley.Cut.UNWELCOME);
      }
    }
    return galley;
  }

  private static Galley everything(long seed) {
    Random random = new Random(seed);
    Galley galley = new Galley();
    for (int i = 0; i < 40; i++) {
      int kind = random.nextInt(10);
      if (kind == 0) {
        heading(galley);
      } else if (kind == 1) {
        quotation(galley, random);
      } else if (kind == 2) {
        figure(galley, random);
      }
      paragraph(galley, random, 0.2, 0.06);
    }
    return galley;
  }

  private static Flow flow(Galley galley) {
    Flow flow = new Flow();
    flow.add(galley);
    return flow;
  }

  private static List<MakeUp> pages(Flow flow) {
    return pages(flow, MANY);
  }

  private static List<MakeUp> pages(Flow flow, int lines) {
    return new PageBreaker(flow, LINE, NOTE_HEAD, folio -> lines * LINE, false, true, true).pages();
  }

  // ---- the rules

  @ParameterizedTest
  @MethodSource("seeds")
  void setsEveryEntryAndEveryLineOfANoteOnceInOrder(long seed) {
    Galley galley = everything(seed);
    Flow flow = flow(galley);
    List<Galley.Entry> text = new ArrayList<>();
    List<Galley.Entry> figures = new ArrayList<>();
    int notes = 0;
    for (MakeUp page : pages(flow)) {
      assertThat(page.start().notes()).isEqualTo(notes);
      notes = page.notesTo();
      page.entries().forEach(e -> (e.figure() ? figures : text).add(e));
    }
    assertThat(text)
        .containsExactlyElementsOf(galley.entries().stream().filter(e -> !e.figure()).toList());
    assertThat(figures)
        .containsExactlyElementsOf(galley.entries().stream().filter(Galley.Entry::figure).toList());
    assertThat(notes).isEqualTo(flow.feet().size());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noPageEndsWhereNoneShould(long seed) {
    List<MakeUp> pages = pages(flow(everything(seed)));
    for (MakeUp page : pages.subList(0, pages.size() - 1)) {
      if (!page.entries().isEmpty()) {
        Galley.Entry last = page.entries().getLast();
        assertThat(last.after()).isEqualTo(Galley.Cut.ALLOWED);
        assertThat(last.slug().hyphen()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void twoLinesStandBelowAHeading(long seed) {
    Galley galley = everything(seed);
    for (MakeUp page : pages(flow(galley))) {
      List<Galley.Entry> entries = page.entries().stream().filter(e -> !e.figure()).toList();
      for (int i = 0; i < entries.size(); i++) {
        boolean heading = entries.get(i).before() == 14;
        assertThat(heading && i >= entries.size() - 2).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aNoteBeginsOnThePageOfItsMarkAndIsPartedByTwoLinesAtLeast(long seed) {
    Flow flow = flow(everything(seed));
    int called = 0;
    for (MakeUp page : pages(flow)) {
      for (Galley.Entry entry : page.entries()) {
        for (SetNote note : entry.slug().extras().notes()) {
          int begins = called;
          called += note.slugs().size();
          assertThat(page.notesTo()).isGreaterThanOrEqualTo(Math.min(begins + 2, called));
          assertThat(called - page.notesTo()).isNotEqualTo(1);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingStandsBelowThePagesDepthOrOffTheGrid(long seed) {
    Flow flow = flow(everything(seed));
    for (MakeUp page : pages(flow)) {
      int from = page.start().notes();
      double notes = flow.feet().depth(from, page.notesTo());
      double foot = MANY * LINE - (notes == 0 ? 0 : notes + NOTE_HEAD);
      double above = 0;
      for (LedOut.Placed placed : LedOut.of(page.entries(), LINE, page.given())) {
        Slug slug = placed.entry().slug();
        assertThat(placed.y()).isGreaterThanOrEqualTo(above - 0.01);
        above = placed.y() + slug.height();
        assertThat(above).isLessThanOrEqualTo(foot + 0.01);
        if (slug.onGrid()) {
          assertThat(placed.y() / LINE).isCloseTo(Math.rint(placed.y() / LINE), within(0.001));
        }
      }
    }
  }

  /** Lines of text, some of which call notes, before and behind three sheets of a page each. */
  @ParameterizedTest
  @MethodSource("seeds")
  void noTextComesBetweenSheetsOfTheirOwnPages(long seed) {
    Random random = new Random(seed);
    Galley galley = new Galley();
    callingParagraphs(galley, random);
    for (int i = 0; i < 3; i++) {
      Galley sheet = new Galley();
      sheet.add(slug(MANY * LINE, false, false));
      galley.addFigure(sheet, true);
    }
    callingParagraphs(galley, random);
    StringBuilder kinds = new StringBuilder();
    for (MakeUp page : pages(flow(galley), MANY)) {
      page.entries().forEach(entry -> kinds.append(entry.figure() ? 'f' : '.'));
    }
    assertThat(kinds).containsPattern("^\\.+fff\\.+$");
  }

  private static void callingParagraphs(Galley galley, Random random) {
    for (int i = 0; i < 20 + random.nextInt(10); i++) {
      paragraph(galley, random, 0, 0.125);
    }
  }

  // ---- the best

  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatATrialOfAllWaysFinds(long seed) {
    Galley galley = text(seed, 6, 0.5);
    List<Integer> ends = new ArrayList<>();
    int end = 0;
    for (MakeUp page : pages(flow(galley), FEW)) {
      end += page.entries().size();
      ends.add(end);
    }
    assertThat(cost(galley, ends)).isEqualTo(best(galley, 0, 1, -1));
  }

  private static double best(Galley galley, int from, int folio, int facing) {
    int size = galley.entries().size();
    double best = Double.MAX_VALUE;
    for (int to = Math.min(size, from + 4); to <= Math.min(size, from + FEW); to++) {
      double cost = cost(galley, from, to, folio, facing);
      if (to < size) {
        cost += best(galley, to, folio + 1, FEW - (to - from));
      }
      best = Math.min(best, cost);
    }
    return best;
  }

  private static double cost(Galley galley, List<Integer> ends) {
    double cost = 0;
    int from = 0;
    int facing = -1;
    for (int i = 0; i < ends.size(); i++) {
      int to = ends.get(i);
      cost += cost(galley, from, to, i + 1, facing);
      facing = FEW - (to - from);
      from = to;
    }
    return cost;
  }

  private static double cost(Galley galley, int from, int to, int folio, int facing) {
    int rise = FEW - (to - from);
    if (to == galley.entries().size()) {
      return folio > 1 && to - from <= 2 ? PageCosts.STUB : 0;
    }
    Galley.Entry last = galley.entries().get(to - 1);
    double cost = folio == 1 ? PageCosts.riseAlone(rise) : PageCosts.rise(rise);
    cost += last.after() == Galley.Cut.UNWELCOME ? PageCosts.UNWELCOME : 0;
    cost += last.after() == Galley.Cut.FORBIDDEN ? PageCosts.FORBIDDEN : 0;
    cost += last.slug().hyphen() ? PageCosts.HYPHEN : 0;
    boolean recto = folio % 2 == 1 && folio > 1;
    // The breaker counts no further than three.
    return cost + (recto ? PageCosts.uneven(Math.abs(Math.min(rise, 3) - Math.min(facing, 3))) : 0);
  }
}
