package offprint.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a whole paragraph at once, so that its lines together are set best: D. E. Knuth and M. F.
 * Plass, "Breaking Paragraphs into Lines", Software: Practice and Experience 11 (1981), 1119-1184.
 * The steps of {@link Search} bear the names they have in the paper's section on the algorithm.
 */
public final class LineBreaker {
  /** Of the measure: what each line may stretch more, when nothing else helps. */
  private static final double EMERGENCY_STRETCH = 0.1;

  private static final double BISECTED_ENOUGH = 0.01;

  private final Settings settings;

  public LineBreaker(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param tolerances how far glue may stretch, as a ratio; the first with which the paragraph can
   *     be set counts, and if there is none, an emergency pass sets it all the same
   * @param hyphenDemerits added where two lines in a row end in a hyphen
   * @param lastHyphenDemerits added where the last line but one does
   * @param fitnessDemerits added where a tight line meets a loose one, or a normal one a very loose
   * @param looseness how many lines more (or, negative, fewer) than best are wanted, as far as the
   *     tolerance lets it
   */
  public record Settings(
      List<Double> tolerances,
      double hyphenDemerits,
      double lastHyphenDemerits,
      double fitnessDemerits,
      int looseness) {

    /** TeX's values (plain.tex), and its own tolerance for a second try. */
    public static final Settings STANDARD =
        new Settings(List.of(2.0, 8.0), 10_000, 5_000, 10_000, 0);

    public Settings {
      tolerances = List.copyOf(tolerances);
    }

    public Settings withLooseness(int lines) {
      return new Settings(tolerances, hyphenDemerits, lastHyphenDemerits, fitnessDemerits, lines);
    }
  }

  /**
   * The ends of the lines; none for no items.
   *
   * @param items of a paragraph, the last a forced break
   * @param measure in points
   */
  public List<Break> breaks(List<Item> items, double measure) {
    return breaks(items, Measures.alike(measure));
  }

  /**
   * The ends of the lines; none for no items.
   *
   * @param items of a paragraph, the last a forced break
   * @param measure of the line with a number, from 0, in points
   */
  public List<Break> breaks(List<Item> items, IntToDoubleFunction measure) {
    return breaks(items, Measures.each(measure));
  }

  /** The ends of the lines, or null if some line's glue would have to stretch further. */
  public @Nullable List<Break> breaks(List<Item> items, double measure, double tolerance) {
    return fit(items, Measures.alike(measure), tolerance);
  }

  /**
   * The narrowest measure that takes no more lines than the given one: the lines of a ragged title
   * broken to it are about as long as each other.
   */
  public double balanced(List<Item> items, double measure) {
    int lines = breaks(items, measure).size();
    double low = 0;
    double high = measure;
    while (lines > 1 && high - low > BISECTED_ENOUGH) {
      double middle = (low + high) / 2;
      List<Break> narrower = breaks(items, middle);
      if (narrower.size() <= lines && narrower.stream().noneMatch(Break::overfull)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private List<Break> breaks(List<Item> items, Measures measures) {
    for (double tolerance : settings.tolerances) {
      List<Break> breaks = fit(items, measures, tolerance);
      if (breaks != null) {
        return breaks;
      }
    }
    List<Break> breaks = new Search(items, measures, Double.POSITIVE_INFINITY).run();
    if (breaks == null) {
      throw new IllegalStateException("the emergency pass must always find breaks");
    }
    return breaks;
  }

  private @Nullable List<Break> fit(List<Item> items, Measures measures, double tolerance) {
    return new Search(items, measures, tolerance).run();
  }

  /** Widths of lines by number; where they are alike, a line's number need not be remembered. */
  private record Measures(IntToDoubleFunction of, boolean alike) {
    static Measures alike(double measure) {
      return new Measures(line -> measure, true);
    }

    static Measures each(IntToDoubleFunction measure) {
      return new Measures(measure, false);
    }
  }

  /** How tightly a line is set; the paper's classes 0 to 3. */
  private enum Fitness {
    TIGHT,
    NORMAL,
    LOOSE,
    VERY_LOOSE;

    static Fitness of(double ratio) {
      return ratio < -0.5 ? TIGHT : ratio <= 0.5 ? NORMAL : ratio <= 1 ? LOOSE : VERY_LOOSE;
    }

    boolean clashes(Fitness other) {
      return Math.abs(ordinal() - other.ordinal()) > 1;
    }
  }

  /**
   * A feasible break: the best way there that ends with this line and fitness.
   *
   * @param line how many lines end here
   * @param width of all items before what the next line begins with, likewise stretch and shrink
   * @param demerits of all lines so far
   */
  private record Node(
      int item,
      int line,
      Fitness fitness,
      double width,
      double stretch,
      double shrink,
      double demerits,
      double ratio,
      @Nullable Node previous) {}

  /** One way to end a line at the item under consideration. */
  private record Candidate(Node from, double ratio, Fitness fitness, double demerits) {}

  /** One pass over a paragraph. */
  private final class Search {
    private final List<Item> items;
    private final Measures measures;
    private final double tolerance;
    private final boolean emergency;
    private final boolean countLines;
    private List<Node> active = new ArrayList<>();

    // Sums over the items before the one under consideration.
    private double width;
    private double stretch;
    private double shrink;

    Search(List<Item> items, Measures measures, double tolerance) {
      this.items = items;
      this.measures = measures;
      this.tolerance = tolerance;
      this.emergency = tolerance == Double.POSITIVE_INFINITY;
      this.countLines = !measures.alike || settings.looseness != 0;
    }

    @Nullable List<Break> run() {
      if (items.isEmpty()) {
        return List.of();
      }
      if (!forced(items.size() - 1)) {
        throw new IllegalArgumentException("a paragraph must end with a forced break");
      }
      createAnActiveNodeRepresentingTheStartingPoint();
      for (int at = 0; at < items.size(); at++) {
        if (legal(at)) {
          considerAllActiveNodes(at);
          if (active.isEmpty()) {
            return null;
          }
        }
        add(items.get(at));
      }
      return breaksUpTo(chooseTheAppropriateActiveNode());
    }

    private void createAnActiveNodeRepresentingTheStartingPoint() {
      active.add(new Node(-1, 0, Fitness.NORMAL, 0, 0, 0, 0, 0, null));
    }

    /** Those of one line together, as they may have different successors; the list is by line. */
    private void considerAllActiveNodes(int at) {
      List<Node> next = new ArrayList<>(active.size() + 4);
      @Nullable Candidate overfull = null;
      int i = 0;
      while (i < active.size()) {
        int line = active.get(i).line;
        @Nullable Candidate[] best = new Candidate[Fitness.values().length];
        for (; i < active.size() && (!countLines || active.get(i).line == line); i++) {
          Node from = active.get(i);
          double ratio = adjustmentRatio(from, at);
          if (ratio >= -1 && !forced(at)) {
            next.add(from);
          }
          if (ratio < -1) {
            overfull = lessOverfull(overfull, from, at, ratio);
          } else if (emergency || ratio <= tolerance) {
            recordAFeasibleBreak(best, from, at, ratio);
          }
        }
        appendTheBestBreaks(best, at, next);
      }
      if (next.isEmpty() && emergency && overfull != null) {
        next.add(node(overfull, at));
      }
      active = next;
    }

    /** How far the glue from one break to another has to stretch or shrink. */
    private double adjustmentRatio(Node from, int at) {
      double slack = slack(from, at);
      if (Math.abs(slack) < 1e-6) {
        return 0;
      }
      double give = slack > 0 ? stretch - from.stretch : shrink - from.shrink;
      return give > 0 ? slack / give : slack > 0 ? Item.INFINITE : -Item.INFINITE;
    }

    private double slack(Node from, int at) {
      double length = width - from.width;
      if (items.get(at) instanceof Item.Penalty penalty) {
        length += penalty.width();
      }
      return measures.of.applyAsDouble(from.line) - length;
    }

    private void recordAFeasibleBreak(@Nullable Candidate[] best, Node from, int at, double ratio) {
      Fitness fitness = Fitness.of(ratio);
      double demerits = from.demerits + demerits(from, at, ratio, fitness);
      Candidate known = best[fitness.ordinal()];
      if (known == null || demerits < known.demerits) {
        best[fitness.ordinal()] = new Candidate(from, ratio, fitness, demerits);
      }
    }

    private double demerits(Node from, int at, double ratio, Fitness fitness) {
      double badness = badness(from, at, ratio);
      // The one makes fewer lines win where all else is equal (p. 1128).
      double demerits = (1 + badness) * (1 + badness);
      if (items.get(at) instanceof Item.Penalty penalty && penalty.cost() > Item.FORCED) {
        double cost = penalty.cost();
        demerits = cost >= 0 ? (1 + badness + cost) * (1 + badness + cost) : demerits - cost * cost;
      }
      if (flagged(from.item)) {
        demerits +=
            forced(at) ? settings.lastHyphenDemerits : flagged(at) ? settings.hyphenDemerits : 0;
      }
      return fitness.clashes(from.fitness) ? demerits + settings.fitnessDemerits : demerits;
    }

    // In an emergency lines stretch more easily, so that the badness of the bad ones can still be
    // told apart (TeX 3's \emergencystretch); the ratio that is handed out is the true one.
    private double badness(Node from, int at, double ratio) {
      double r = Math.abs(ratio);
      if (emergency && ratio > 0) {
        double help = EMERGENCY_STRETCH * measures.of.applyAsDouble(from.line);
        r = slack(from, at) / (Math.max(0, stretch - from.stretch) + help);
      }
      return 100 * r * r * r;
    }

    // Where no line fits, the one that sticks out least; from there on all goes on as if it had.
    private Candidate lessOverfull(@Nullable Candidate known, Node from, int at, double ratio) {
      if (known != null && excess(known.from, at) <= excess(from, at)) {
        return known;
      }
      return new Candidate(from, ratio, Fitness.TIGHT, from.demerits);
    }

    private double excess(Node from, int at) {
      return -slack(from, at) - (shrink - from.shrink);
    }

    // One that is worse by more than the fitness demerits can never catch up.
    private void appendTheBestBreaks(@Nullable Candidate[] best, int at, List<Node> next) {
      double least = Double.POSITIVE_INFINITY;
      for (Candidate candidate : best) {
        least = candidate == null ? least : Math.min(least, candidate.demerits);
      }
      for (Candidate candidate : best) {
        if (candidate != null && candidate.demerits <= least + settings.fitnessDemerits) {
          next.add(node(candidate, at));
        }
      }
    }

    /** The sums are taken behind the blanks that fall away at the head of the next line. */
    private Node node(Candidate candidate, int at) {
      double w = width;
      double y = stretch;
      double z = shrink;
      for (int i = at; i < items.size(); i++) {
        Item item = items.get(i);
        if (item instanceof Item.Box || i > at && forced(i)) {
          break;
        }
        if (item instanceof Item.Glue glue) {
          w += glue.width();
          y += glue.stretch();
          z += glue.shrink();
        }
      }
      Node from = candidate.from;
      return new Node(
          at, from.line + 1, candidate.fitness, w, y, z, candidate.demerits, candidate.ratio, from);
    }

    private Node chooseTheAppropriateActiveNode() {
      Node best = active.getFirst();
      for (Node node : active) {
        best = node.demerits < best.demerits ? node : best;
      }
      int wanted = best.line + settings.looseness;
      Node chosen = best;
      for (Node node : active) {
        int nearer = Math.abs(chosen.line - wanted) - Math.abs(node.line - wanted);
        if (nearer > 0 || nearer == 0 && node.demerits < chosen.demerits) {
          chosen = node;
        }
      }
      return chosen;
    }

    private static List<Break> breaksUpTo(Node last) {
      List<Break> breaks = new ArrayList<>();
      for (Node node = last; node.previous != null; node = node.previous) {
        breaks.add(new Break(node.item, node.ratio));
      }
      Collections.reverse(breaks);
      return List.copyOf(breaks);
    }

    private boolean legal(int at) {
      return switch (items.get(at)) {
        case Item.Box box -> false;
        // Before a forced break it would leave an empty line behind.
        case Item.Glue glue -> at > 0 && items.get(at - 1) instanceof Item.Box && !forced(at + 1);
        case Item.Penalty penalty -> penalty.cost() < Item.FORBIDDEN;
      };
    }

    private boolean forced(int at) {
      return at < items.size()
          && items.get(at) instanceof Item.Penalty penalty
          && penalty.cost() <= Item.FORCED;
    }

    private boolean flagged(int at) {
      return at >= 0 && items.get(at) instanceof Item.Penalty penalty && penalty.flagged();
    }

    private void add(Item item) {
      if (!(item instanceof Item.Penalty)) {
        width += item.width();
      }
      if (item instanceof Item.Glue glue) {
        stretch += glue.stretch();
        shrink += glue.shrink();
      }
    }
  }
}
