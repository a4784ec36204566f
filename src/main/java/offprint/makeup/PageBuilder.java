package offprint.makeup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import offprint.document.Direction;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.page.Page;
import offprint.style.PageStyle;
import offprint.style.Style;

/**
 * Makes pages of galleys: has the breaker choose where they end, leads them out, and puts the notes
 * at the foot of the page that calls them.
 */
public final class PageBuilder {
  /** How often pages are chosen again, after paragraphs on poor ones were set in other ways. */
  private static final int ROUNDS = 2;

  private final IntFunction<PageStyle> styles;
  private final boolean facing;
  private final boolean ledOut;
  private final double grid;
  private final Style.Border noteRule;
  private final double noteRuleWidth;
  private final double noteRuleLeft;
  private final double noteSpace;

  private final Flow flow = new Flow();
  private final Map<String, Integer> folios = new LinkedHashMap<>();
  private List<MakeUp> sure = List.of();
  private Flow.Piece sureEnd = flow.first();

  /**
   * @param styles of the pages, by folio
   * @param facing whether each page of an even folio faces the next one
   * @param ledOut whether space may grow so that pages are full
   * @param grid the distance of the page's baselines, in points
   * @param notes the style of the foot: its border is the rule above the notes, its padding the
   *     space below the rule
   */
  public PageBuilder(
      IntFunction<PageStyle> styles,
      boolean facing,
      boolean ledOut,
      double grid,
      Style notes,
      double measure,
      Direction direction) {
    this.styles = styles;
    this.facing = facing;
    this.ledOut = ledOut;
    this.grid = grid;
    this.noteRule =
        notes.border().top().width() > 0
            ? notes.border().top()
            : new Style.Border(0.4, Style.Colour.BLACK);
    this.noteRuleWidth = notes.width() == null ? measure / 5 : notes.width().of(measure);
    this.noteRuleLeft = direction == Direction.RIGHT_TO_LEFT ? measure - noteRuleWidth : 0;
    this.noteSpace = Math.max(notes.padding().top(), 3);
  }

  /** The depth of the text in whole lines of the grid. */
  public static double depth(PageStyle page, double grid) {
    double depth = page.height() - page.margin().top() - page.margin().bottom();
    return Math.floor(depth / grid + Column.EPSILON) * grid;
  }

  /** Adds what follows. */
  public void add(Galley galley) {
    flow.add(galley);
  }

  /**
   * The pages on which each link of the list is used, by its number. All that was added so far
   * stays on the pages where it is now; what is added next goes on behind it.
   */
  public Map<Integer, SortedSet<Integer>> pagesOfLinks() {
    sure = makeUps(true);
    sureEnd = flow.end();
    Map<Integer, SortedSet<Integer>> pages = new LinkedHashMap<>();
    for (MakeUp page : sure) {
      page.slugs(flow)
          .flatMap(slug -> slug.extras().links().stream())
          .forEach(link -> pages.computeIfAbsent(link, l -> new TreeSet<>()).add(page.folio()));
    }
    return pages;
  }

  private List<MakeUp> makeUps(boolean more) {
    PageBreaker breaker =
        new PageBreaker(
            flow,
            grid,
            noteHead(),
            folio -> depth(styles.apply(folio), grid),
            more,
            facing,
            ledOut);
    List<MakeUp> pages = makeUps(breaker);
    for (int round = 0; round < ROUNDS && vary(pages); round++) {
      pages = makeUps(breaker);
    }
    List<MakeUp> all = new ArrayList<>(sure.subList(0, Math.max(0, sure.size() - 1)));
    all.addAll(pages);
    return all;
  }

  private List<MakeUp> makeUps(PageBreaker breaker) {
    return sure.isEmpty() ? breaker.pages() : breaker.pages(sure.getLast(), sureEnd);
  }

  /**
   * Has paragraphs on poor pages, and on those beside them, set in a line more or fewer. Most pages
   * need none, so none is set before a page asks for it.
   */
  private boolean vary(List<MakeUp> pages) {
    boolean varied = false;
    for (int i = 0; i < pages.size(); i++) {
      if (pages.get(i).cost() > PageCosts.POOR) {
        int to = Math.min(i + 2, pages.size());
        Flow.Piece end = to == pages.size() ? flow.end() : pages.get(to).start().piece();
        Flow.Piece piece = pages.get(Math.max(0, i - 1)).start().piece();
        for (; piece.isBefore(end); piece = piece.next()) {
          varied |= flow.vary(piece);
        }
      }
    }
    return varied;
  }

  /** The blank above the rule, the rule, and the space below it. */
  private double noteHead() {
    return grid * 0.6 + noteRule.width() + noteSpace;
  }

  /** All pages, with their furniture. */
  public List<Page> finish(Furniture furniture, LineNumbers numbers) {
    List<MakeUp> makeUps = makeUps(false);
    if (makeUps.isEmpty()) {
      makeUps = List.of(MakeUp.blank(1, new MakeUp.Position(flow.first(), 0, 0)));
    }
    collectFolios(makeUps);
    Map<String, String> strings = new LinkedHashMap<>();
    List<Page> pages = new ArrayList<>();
    Flow.Piece last = flow.first();
    for (MakeUp page : makeUps) {
      PageStyle style = styles.apply(page.folio());
      for (Galley.Entry entry : page.entries()) {
        for (Slug.Named named : entry.slug().extras().strings()) {
          strings.put(named.name(), named.words());
        }
      }
      List<Mark> marks = new ArrayList<>();
      if (!page.isBlank()) {
        furniture.set(style, page.folio(), makeUps.size(), strings, true, marks);
        body(page, style, marks);
        notes(page, style, marks);
        numbers.set(LedOut.of(page.entries(), grid, page.given()), style, marks);
        furniture.set(style, page.folio(), makeUps.size(), strings, false, marks);
      }
      pages.add(
          new Page(page.folio(), style.width(), style.height(), marks, page.begins(flow, last)));
      last = page.hasText() ? page.start().piece() : last;
    }
    return pages;
  }

  /** The page of each anchor, once all pages are finished. */
  public Map<String, Integer> folios() {
    return Collections.unmodifiableMap(folios);
  }

  private void collectFolios(List<MakeUp> pages) {
    for (MakeUp page : pages) {
      page.slugs(flow)
          .flatMap(slug -> slug.marks().stream())
          .filter(Mark.Anchor.class::isInstance)
          .forEach(mark -> folios.putIfAbsent(((Mark.Anchor) mark).name(), page.folio()));
    }
  }

  private void body(MakeUp page, PageStyle style, List<Mark> marks) {
    double left = style.margin().left();
    double head = style.margin().top();
    Map<Slug.Bar, double[]> bars = new LinkedHashMap<>();
    for (LedOut.Placed placed : LedOut.of(page.entries(), grid, page.given())) {
      Slug slug = placed.entry().slug();
      paint(slug, left, head + placed.y(), marks);
      // Where a page ends behind a blank line of code, so does its bar.
      for (Slug.Bar bar : !slug.isBlank() ? placed.entry().bars() : List.<Slug.Bar>of()) {
        double[] span = bars.computeIfAbsent(bar, b -> new double[] {placed.y(), 0});
        span[1] = placed.y() + slug.height();
      }
    }
    bars.forEach(
        (bar, span) ->
            marks.add(
                new Mark.Rule(
                    left + bar.x,
                    head + span[0],
                    bar.width,
                    span[1] - span[0],
                    bar.colour,
                    Mark.Artifact.LAYOUT)));
  }

  private void notes(MakeUp page, PageStyle style, List<Mark> marks) {
    int from = page.start().notes();
    int to = page.notesTo();
    if (from == to) {
      return;
    }
    double left = style.margin().left();
    double foot = style.margin().top() + depth(style, grid);
    double y = foot - flow.feet().depth(from, to);
    marks.add(
        new Mark.Rule(
            left + noteRuleLeft,
            y - noteSpace - noteRule.width(),
            noteRuleWidth,
            noteRule.width(),
            noteRule.colour(),
            Mark.Artifact.LAYOUT));
    for (Slug slug : flow.feet().lines(from, to)) {
      paint(slug, left, y, marks);
      y += slug.height();
    }
  }

  private void paint(Slug slug, double x, double y, List<Mark> marks) {
    for (Mark mark : slug.marks()) {
      marks.add(Marks.moved(filled(mark, slug.extras().slots()), x, y));
    }
  }

  private Mark filled(Mark mark, List<Slug.Slot> slots) {
    for (Slug.Slot slot : slots) {
      if (mark instanceof Mark.Text text && text.run() == slot.room()) {
        Integer folio = folios.get(slot.anchor());
        if (folio == null) {
          throw new IllegalStateException(
              "a page reference must have its anchor: " + slot.anchor());
        }
        return new Mark.Text(
            slot.number().apply(folio),
            text.x(),
            text.y(),
            text.colour(),
            text.owner(),
            null,
            text.turned());
      }
    }
    return mark;
  }
}
