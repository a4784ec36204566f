package offprint.makeup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import offprint.galley.Galley;
import offprint.makeup.MakeUp.Position;
import offprint.makeup.PageFiller.Ending;
import org.jspecify.annotations.Nullable;

/**
 * Chooses all pages' ends together, so that what is bad about them is least in sum: Knuth and
 * Plass's way with lines, for pages. A state is where a page begins, on which side, and how far up
 * the page that it faces ends; of all ways that lead to one, the best alone is followed. From each
 * only a page's length is looked at, so the time grows in line with the article.
 */
final class PageBreaker {
  /** Lines by which a page may end above its full depth; the last stands for any more. */
  private static final int RISES = 4;

  /** A page whose depth is of no account. */
  private static final int FREE = RISES;

  private final Flow flow;
  private final double grid;
  private final double noteHead;
  private final IntToDoubleFunction depth;
  private final boolean more;
  private final boolean facing;
  private final boolean ledOut;

  /**
   * @param noteHead what stands above the notes: blank, rule, space
   * @param depth of the text on a page, by folio; beyond the first, alike for pages of a side
   * @param more whether text will be added that goes on on the last page
   * @param facing whether each page of an even folio faces the next one
   * @param ledOut whether space may grow so that pages are full; else they end where their text
   *     does
   */
  PageBreaker(
      Flow flow,
      double grid,
      double noteHead,
      IntToDoubleFunction depth,
      boolean more,
      boolean facing,
      boolean ledOut) {
    this.flow = flow;
    this.grid = grid;
    this.noteHead = noteHead;
    this.depth = depth;
    this.more = more;
    this.facing = facing;
    this.ledOut = ledOut;
  }

  /** The best way to where a page begins. */
  private record Way(
      Position start,
      int folio,
      int rise,
      double cost,
      @Nullable Way before,
      @Nullable Page page) {}

  /** A page at a way's end. */
  private record Page(Ending ending, double given, int rise, double cost) {}

  /** The pages of the whole flow. */
  List<MakeUp> pages() {
    return pages(new Way(new Position(flow.first(), 0, 0), 1, FREE, 0, null, null), flow.first());
  }

  /**
   * The pages from one on, for more was added.
   *
   * @param again the last page when less was known
   * @param least no page ends before it
   */
  List<MakeUp> pages(MakeUp again, Flow.Piece least) {
    return pages(new Way(again.start(), again.folio(), again.facing(), 0, null, null), least);
  }

  private List<MakeUp> pages(Way start, Flow.Piece least) {
    Map<Flow.Piece, List<Way>> ways = new IdentityHashMap<>();
    add(start, ways);
    for (Flow.Piece piece = start.start.piece(); ; piece = piece.next()) {
      goOn(piece, least, ways);
      if (piece.isEnd()) {
        return makeUps(Collections.min(ways.get(piece), Comparator.comparingDouble(Way::cost)));
      }
      for (Flow.Piece other : piece.ended()) {
        for (Flow.Piece p = other; p != piece.next(); p = p.next()) {
          goOn(p, least, ways);
        }
      }
    }
  }

  /** From all places on that this piece is at the head of. */
  private void goOn(Flow.Piece piece, Flow.Piece least, Map<Flow.Piece, List<Way>> ways) {
    List<Way> here = ways.getOrDefault(piece, new ArrayList<>());
    dropWhatIsBehind(piece, here, ways);
    while (!here.isEmpty() && !here.getFirst().start.isEnd()) {
      goOn(nearest(here), least, ways);
    }
    if (!piece.isEnd()) {
      ways.remove(piece);
    }
  }

  /**
   * Far into an article any line may begin a page, by one way or another, and following all of them
   * took longer than the article grew. A way that is dearer by a bad page than one that has come
   * further already will not catch up.
   */
  private static void dropWhatIsBehind(
      Flow.Piece piece, List<Way> here, Map<Flow.Piece, List<Way>> ways) {
    double further = Double.POSITIVE_INFINITY;
    for (Map.Entry<Flow.Piece, List<Way>> there : ways.entrySet()) {
      if (piece.isBefore(there.getKey())) {
        for (Way way : there.getValue()) {
          further = Math.min(further, way.cost);
        }
      }
    }
    double most = further + PageCosts.BEHIND;
    here.removeIf(way -> way.cost > most);
  }

  /** Takes the ways to the place that no other of these places comes before. */
  private static List<Way> nearest(List<Way> ways) {
    Position first =
        Collections.min(ways, Comparator.comparingInt(w -> w.start.figures() + w.start.notes()))
            .start;
    List<Way> nearest = new ArrayList<>(ways.stream().filter(w -> w.start.equals(first)).toList());
    ways.removeIf(w -> w.start.equals(first));
    // What is worse by more than a facing page can make good leads nowhere.
    for (int side = 0; side < 2; side++) {
      int parity = side;
      double best =
          nearest.stream()
              .filter(w -> w.folio % 2 == parity)
              .mapToDouble(Way::cost)
              .min()
              .orElse(0);
      nearest.removeIf(w -> w.folio % 2 == parity && w.cost > best + PageCosts.uneven(RISES));
    }
    return nearest;
  }

  /** From one place on: a page more. */
  private void goOn(List<Way> here, Flow.Piece least, Map<Flow.Piece, List<Way>> ways) {
    Map<Double, List<Ending>> endings = new HashMap<>();
    for (Way way : here) {
      double depth = this.depth.applyAsDouble(way.folio);
      for (Ending ending : endings.computeIfAbsent(depth, d -> endings(way.start, d, least))) {
        // The first page stands alone, and so does every one on its sheet's only side.
        boolean alone = !facing || way.folio == 1;
        for (Page page : pages(ending, alone)) {
          double cost = page.cost + stub(way, ending, depth);
          boolean faces = way.folio % 2 == 1 && way.rise != FREE && page.rise != FREE;
          cost += faces ? PageCosts.uneven(Math.abs(page.rise - way.rise)) : 0;
          int rise = facing && way.folio % 2 == 0 ? page.rise : FREE;
          int folio = folio(ending.next(), way.folio + 1);
          add(new Way(ending.next(), folio, rise, way.cost + cost, way, page), ways);
        }
      }
    }
  }

  /** The folio of the next page, before which a blank one may be needed. */
  private int folio(Position next, int folio) {
    Galley.Cut opening = next.piece().opening();
    boolean elsewhere = opening == (folio % 2 == 0 ? Galley.Cut.RECTO : Galley.Cut.VERSO);
    boolean late = next.figures() < next.piece().figures();
    return facing && elsewhere && !late && !next.isEnd() ? folio + 1 : folio;
  }

  private List<Ending> endings(Position start, double depth, Flow.Piece least) {
    List<Ending> endings = new PageFiller(flow, grid, noteHead, start, depth).endings();
    List<Ending> late =
        endings.stream().filter(ending -> !ending.next().piece().isBefore(least)).toList();
    return late.isEmpty() ? endings : late;
  }

  private double stub(Way way, Ending ending, double depth) {
    boolean stub =
        !more
            && ending.next().isEnd()
            && way.folio > 1
            && !ending.notes()
            && depth - ending.room() < (PageCosts.STUB_LINES + 0.5) * grid;
    return stub ? PageCosts.STUB : 0;
  }

  /** Keeps a way, unless a better one leads to where it does. */
  private static void add(Way way, Map<Flow.Piece, List<Way>> ways) {
    List<Way> there = ways.computeIfAbsent(way.start.piece(), p -> new ArrayList<>());
    for (int i = 0; i < there.size(); i++) {
      Way other = there.get(i);
      if (way.folio % 2 == other.folio % 2
          && way.rise == other.rise
          && way.start.equals(other.start)) {
        if (way.cost < other.cost) {
          there.set(i, way);
        }
        return;
      }
    }
    there.add(way);
  }

  /**
   * How a page with this ending may be led out.
   *
   * @param alone whether no page beside it shows where it might end
   */
  private List<Page> pages(Ending ending, boolean alone) {
    if (ending.free()) {
      return List.of(new Page(ending, 0, FREE, ending.cost()));
    }
    double room = Math.max(0, ending.room());
    int lines = (int) Math.floor(room / grid + Column.EPSILON);
    if (!ledOut) {
      return List.of(new Page(ending, 0, FREE, ending.cost() + PageCosts.riseAlone(lines)));
    }
    List<Page> pages = new ArrayList<>();
    double rest = Math.max(0, room - lines * grid);
    // Notes stand at the page's foot whatever is above them, and the rest vanishes there.
    boolean taken = !ending.notes() && rest <= ending.give();
    double part = taken ? rest : 0;
    double missed = ending.notes() || taken ? 0 : PageCosts.offGrid(rest / grid);
    int most = ending.lines() + (int) Math.floor((ending.give() - part) / grid + Column.EPSILON);
    for (int led = 0; led <= Math.min(lines, Math.min(most, RISES)); led++) {
      double given = led * grid + part;
      double cost = ending.cost() + missed + PageCosts.led(given / grid);
      int left = lines - led;
      int rise = ending.notes() ? 0 : Math.min(left, RISES - 1);
      double empty =
          ending.notes()
              ? PageCosts.blank(left)
              : alone ? PageCosts.riseAlone(left) : PageCosts.rise(left);
      pages.add(new Page(ending, given, rise, cost + empty));
    }
    return pages;
  }

  private List<MakeUp> makeUps(Way end) {
    List<MakeUp> pages = new ArrayList<>();
    Way way = end;
    while (way.before != null && way.page != null) {
      Way before = way.before;
      Page page = way.page;
      if (way.folio > before.folio + 1) {
        pages.add(MakeUp.blank(before.folio + 1, way.start));
      }
      PageFiller filler =
          new PageFiller(flow, grid, noteHead, before.start, depth.applyAsDouble(before.folio));
      pages.add(
          new MakeUp(
              before.folio,
              before.start,
              before.rise,
              filler.entries(page.ending),
              page.ending.next().notes(),
              page.given,
              way.cost - before.cost));
      way = before;
    }
    return pages.reversed();
  }
}
