package offprint.makeup;

import java.util.ArrayList;
import java.util.List;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.makeup.MakeUp.Position;
import org.jspecify.annotations.Nullable;

/**
 * Fills one page from where it begins, and finds where it may end. Figures that are due stand at
 * its head; one that does not fit where it is called is left for the next page, and so are all
 * after it.
 */
final class PageFiller {
  /**
   * Where a page may end.
   *
   * @param next where the next page begins
   * @param cost of the ending itself, however the page is led out
   * @param room what is left of its depth, in points
   * @param lines whole lines of the grid that its text can be led out by, its end apart
   * @param give what the space behind the last line on the grid can take
   * @param notes whether notes stand at the foot
   * @param free whether its depth is of no account: the last page, one that the author ended, or
   *     one of figures
   * @param strayed figures that are due but stand behind the end of their section
   */
  record Ending(
      Position next,
      double cost,
      double room,
      int lines,
      double give,
      boolean notes,
      boolean free,
      int strayed) {}

  private final Flow flow;
  private final Feet feet;
  private final double grid;
  private final double noteHead;
  private final Position start;
  private final double depth;
  private final List<Ending> endings = new ArrayList<>();
  // Where no page should end, for where nothing else is possible.
  private final List<Ending> bad = new ArrayList<>();
  private final List<Galley.Entry> entries = new ArrayList<>();
  private int atHead;
  private @Nullable Ending wanted;
  private @Nullable List<Galley.Entry> found;

  /**
   * @param noteHead what stands above the notes: blank, rule, space
   */
  PageFiller(Flow flow, double grid, double noteHead, Position start, double depth) {
    this.flow = flow;
    this.feet = flow.feet();
    this.grid = grid;
    this.noteHead = noteHead;
    this.start = start;
    this.depth = depth;
  }

  /** The endings that come into question: those that fill the page, or nearly; at least one. */
  List<Ending> endings() {
    fill();
    double least = endings.stream().mapToDouble(Ending::room).min().orElse(depth);
    // Rather than that a figure leaves its section a page may end higher.
    double within =
        endings.stream()
            .filter(ending -> ending.strayed == 0)
            .mapToDouble(Ending::room)
            .min()
            .orElse(depth);
    endings.removeIf(
        ending ->
            ending.room > (ending.strayed == 0 ? within : least) + PageCosts.HOLE * grid
                && !ending.free);
    if (least > PageCosts.HOLE * grid) {
      endings.addAll(bad);
    }
    return endings;
  }

  /** What stands on the page that ends so. */
  List<Galley.Entry> entries(Ending ending) {
    wanted = ending;
    fill();
    if (found == null) {
      throw new IllegalStateException("a page must end where it was found to end");
    }
    return found;
  }

  private void fill() {
    endings.clear();
    bad.clear();
    entries.clear();
    head(new Column(grid), start.figures(), 0);
  }

  /**
   * The page from its head on.
   *
   * @param next the first figure that does not stand in the column yet
   * @param reduced what it costs that others are smaller
   */
  private void head(Column column, int next, double reduced) {
    int figures = next;
    for (int due = start.piece().figures(); figures < due; figures++) {
      Galley.Entry figure = flow.figures().get(figures);
      double over = column.bottomWith(figure) - (depth - carried());
      if (!column.isEmpty() && over > Column.EPSILON) {
        if (isReducible(figure, over)) {
          int above = entries.size();
          Column smaller = new Column(column);
          place(figure.reducedBy(over), smaller);
          head(smaller, figures + 1, reduced + reduced(figure, over));
          entries.subList(above, entries.size()).clear();
        }
        break;
      }
      place(figure, column);
    }
    behindHead(column, figures, reduced);
  }

  private void behindHead(Column column, int figures, double reduced) {
    // Where the author has a page begin, what is left of the part before stands on a page before.
    boolean late = start.piece().opening().isForced() && figures > start.figures();
    boolean ownText = !start.piece().isEnd() && !late;
    if (figures > start.figures() || !ownText) {
      double blank = (depth - column.bottom()) / depth;
      end(start.piece(), figures, column, reduced + (ownText ? PageCosts.onlyFigures(blank) : 0));
    }
    if (ownText) {
      double head = column.bottom();
      repeatHead(column);
      atHead = entries.size();
      text(column, start.piece(), figures, head, 0, reduced);
    }
  }

  private static boolean isReducible(Galley.Entry entry, double by) {
    Galley.Reduction reduction = entry.reduction();
    return reduction != null && by <= (1 - PageCosts.LEAST_SHARE) * reduction.height();
  }

  private static double reduced(Galley.Entry entry, double by) {
    return entry.reduction() == null ? 0 : PageCosts.reduced(by / entry.reduction().height());
  }

  private double carried() {
    double carried = feet.depth(start.notes(), start.piece().notes());
    return carried == 0 ? 0 : Math.min(carried + noteHead, depth * PageCosts.CARRIED);
  }

  private void place(Galley.Entry entry, Column column) {
    column.place(entry);
    entries.add(entry);
  }

  /** Where a table goes on, its head stands above it again. */
  private void repeatHead(Column column) {
    Galley.Entry first = start.piece().entry();
    if (start.piece().continues() && first.head() != null) {
      Slug head = Slug.stacked(first.head());
      place(new Galley.Entry(0, head, Galley.Cut.FORBIDDEN, first.bars(), null), column);
    }
  }

  /**
   * The text from a piece on.
   *
   * @param head how far down the figures at the page's head reach
   * @param reset what it costs that a paragraph above is not set in the number of lines that is
   *     best for it; 0 if all are
   * @param reduced what it costs that pictures above are smaller
   */
  private void text(
      Column column, Flow.Piece from, int placed, double head, double reset, double reduced) {
    int figures = placed;
    Flow.Piece piece = from;
    for (; !piece.isEnd(); piece = piece.next()) {
      if (reset == 0) {
        for (Flow.Piece other : piece.others()) {
          int above = entries.size();
          text(new Column(column), other, figures, head, PageCosts.RESET, reduced);
          entries.subList(above, entries.size()).clear();
        }
      }
      Galley.Entry entry = piece.entry();
      boolean opens = piece.next().opening().isForced();
      double lacking = column.bottomWith(entry) + notesUpTo(piece) - depth;
      boolean due = !entry.figure() || figures == piece.figures();
      if (due && lacking > Column.EPSILON && isReducible(entry, lacking)) {
        // It fills what is left of the page.
        int above = entries.size();
        Column smaller = new Column(column);
        place(entry.reducedBy(lacking), smaller);
        double cost = cost(piece) + reset + reduced + reduced(entry, lacking);
        end(piece.next(), entry.figure() ? figures + 1 : figures, smaller, cost);
        entries.subList(above, entries.size()).clear();
      }
      if (entry.figure()) {
        if (figures < piece.figures() || !fits(piece, column)) {
          if (opens) {
            end(piece.next(), figures, column, reset + reduced);
            return;
          }
          continue;
        }
        figures++;
      }
      boolean first = entries.size() == atHead;
      place(entry, column);
      boolean over = column.bottom() > depth + Column.EPSILON;
      if (over && !first) {
        return;
      }
      boolean crowded = head > 0 && column.bottom() - head < PageCosts.BELOW_FIGURES * grid;
      double bad = (over ? PageCosts.OVERFULL : 0) + (crowded ? PageCosts.CROWDED : 0);
      end(piece.next(), figures, column, cost(piece) + bad + reset + reduced);
      if (over || opens) {
        return;
      }
    }
    if (entries.size() == atHead) {
      // Nothing but figures is left, and no room for them beside the notes.
      end(piece, figures, column, reduced);
    }
  }

  private double notesUpTo(Flow.Piece piece) {
    return notes(start.notes(), piece.notes());
  }

  private boolean fits(Flow.Piece figure, Column column) {
    double notes = notesUpTo(figure);
    return column.isEmpty() && notes == 0
        || column.bottomWith(figure.entry()) + notes <= depth + Column.EPSILON;
  }

  private double notes(int from, int to) {
    return from == to ? 0 : noteHead + feet.depth(from, to);
  }

  /** Of a page that ends behind this piece. */
  private static double cost(Flow.Piece piece) {
    if (piece.next().isEnd() || piece.next().opening().isForced()) {
      return 0;
    }
    return switch (piece.entry().after()) {
      case ALLOWED, UNWELCOME ->
          (piece.endsInHyphen() ? PageCosts.HYPHEN : 0)
              + (piece.next().continues() ? PageCosts.IN_TABLE : 0)
              + (isUnwelcome(piece) ? PageCosts.UNWELCOME : 0);
      case FORCED, RECTO, VERSO -> 0;
      case AVOIDED -> PageCosts.AVOIDED;
      case APART, FORBIDDEN -> PageCosts.FORBIDDEN;
    };
  }

  private static boolean isUnwelcome(Flow.Piece piece) {
    return piece.entry().after() == Galley.Cut.UNWELCOME
        || leavesAloneAtFoot(piece)
        || leavesAloneAtHead(piece.next());
  }

  /** Whether this line belongs, by the space around it, to what goes on on the next page. */
  private static boolean leavesAloneAtFoot(Flow.Piece piece) {
    Galley.Entry next = piece.next().entry();
    return piece.entry().before() > next.before() && !next.figure();
  }

  /** Whether this line belongs, by the space around it, to what stands on the page before. */
  private static boolean leavesAloneAtHead(Flow.Piece piece) {
    Galley.Entry entry = piece.entry();
    return entry.after() == Galley.Cut.ALLOWED
        && !entry.figure()
        && !piece.next().isEnd()
        && piece.next().entry().before() > entry.before();
  }

  /** The page may end with what stands in the column, if its notes have room, or part of them. */
  private void end(Flow.Piece next, int figures, Column column, double cost) {
    int from = start.notes();
    int to = next.notes();
    int strayed = flow.strayed(figures, next);
    double floated = PageCosts.FLOATED * (next.figures() - figures) + PageCosts.strayed(strayed);
    double room = depth - column.bottom() - notes(from, to);
    if (room >= -Column.EPSILON || from == to) {
      add(new Position(next, figures, to), cost + floated, room, column, strayed);
      return;
    }
    double most = next.isEnd() && column.isEmpty() ? depth : depth * PageCosts.CARRIED;
    double foot = Math.min(depth - column.bottom(), most) - noteHead;
    int split = feet.split(from, to, foot, Feet.End.GOOD);
    double bad = 0;
    if (feet.notes(split, to) > 0) {
      // Rather parted badly than away from its mark.
      int further = feet.split(from, to, foot, Feet.End.BAD);
      if (feet.notes(further, to) < feet.notes(split, to)) {
        bad = PageCosts.BADLY_SPLIT;
        split = further;
      }
    }
    double parted =
        bad
            + PageCosts.SPLIT
            + PageCosts.CARRIED_LINE * (to - split)
            + PageCosts.UNBEGUN * feet.notes(split, to);
    double none = split == from ? PageCosts.FORBIDDEN : 0;
    add(
        new Position(next, figures, split),
        cost + floated + parted + none,
        depth - column.bottom() - notes(from, split),
        column,
        strayed);
  }

  private void add(Position next, double cost, double room, Column column, int strayed) {
    boolean forced = next.piece().opening().isForced();
    boolean onlyFigures = next.piece() == start.piece();
    Ending ending =
        new Ending(
            next,
            cost,
            room,
            column.lines(),
            column.give(),
            next.notes() > start.notes(),
            forced || onlyFigures || next.piece().isEnd(),
            strayed);
    (cost < PageCosts.AVOIDED ? endings : bad).add(ending);
    if (ending.equals(wanted)) {
      found = List.copyOf(entries);
    }
  }
}
