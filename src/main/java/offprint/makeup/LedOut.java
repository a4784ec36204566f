package offprint.makeup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import offprint.galley.Galley;

/** The text of a page in its places, led out to the depth that it is to have. */
final class LedOut {
  /** An entry and the y of its head, from the head of the text. */
  record Placed(Galley.Entry entry, double y) {}

  /** An entry before it is led out: where it stands, and how much the space above it may grow. */
  private record Rest(Galley.Entry entry, double y, double give) {}

  /**
   * Entries up to one on the grid, which was moved down by the slack to stand there.
   *
   * @param head whether the others are headings at the page's head, which move with it
   */
  private record Island(int from, int to, double slack, double give, boolean head) {}

  private final double grid;
  private final List<Rest> rests = new ArrayList<>();
  private final List<Island> islands = new ArrayList<>();
  private double end;

  private LedOut(double grid) {
    this.grid = grid;
  }

  /**
   * @param given by how much more than by nature the text is to go down
   */
  static List<Placed> of(List<Galley.Entry> entries, double grid, double given) {
    LedOut page = new LedOut(grid);
    page.rest(entries);
    return page.placed(given);
  }

  private void rest(List<Galley.Entry> entries) {
    Column column = new Column(grid);
    int from = 0;
    double give = 0;
    for (int i = 0; i < entries.size(); i++) {
      Galley.Entry entry = entries.get(i);
      rests.add(new Rest(entry, column.top(entry), column.give(entry)));
      give += column.give(entry);
      column.place(entry);
      if (entry.slug().onGrid()) {
        islands.add(new Island(from, i + 1, column.slack(), give, column.headed()));
        from = i + 1;
        give = 0;
      }
    }
    end = give;
    islands.add(new Island(from, entries.size(), 0, give, false));
  }

  private List<Placed> placed(double given) {
    double[] shares = shares(given);
    List<Placed> placed = new ArrayList<>();
    double shift = 0;
    for (int k = 0; k < islands.size(); k++) {
      Island island = islands.get(k);
      // The slack stands above the last entry already; it is spread with what comes to it.
      double spread = island.slack + shares[k];
      double done = island.head ? island.slack : 0;
      for (int i = island.from; i < island.to; i++) {
        Rest rest = rests.get(i);
        done += island.give > 0 ? spread * rest.give / island.give : 0;
        boolean last = i == island.to - 1 && k < islands.size() - 1;
        double y = last ? rest.y + shares[k] : rest.y + done;
        placed.add(new Placed(rest.entry, shift + y));
      }
      shift += shares[k];
    }
    return placed;
  }

  /** What each island gets: a line where there is most room for it, the end what is left. */
  private double[] shares(double given) {
    double[] shares = new double[islands.size()];
    double left = given;
    List<Integer> roomiest = new ArrayList<>();
    for (int k = 0; k < islands.size() - 1; k++) {
      if (room(k) >= grid - Column.EPSILON) {
        roomiest.add(k);
      }
    }
    roomiest.sort(Comparator.comparingDouble(k -> -Math.round(room(k))));
    for (int k : roomiest) {
      boolean endTakesIt = left <= end + Column.EPSILON;
      if (left < grid - Column.EPSILON || endTakesIt) {
        break;
      }
      shares[k] = grid;
      left -= grid;
    }
    shares[islands.size() - 1] = left;
    return shares;
  }

  private double room(int island) {
    return islands.get(island).give - islands.get(island).slack;
  }
}
