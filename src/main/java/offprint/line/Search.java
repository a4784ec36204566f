package offprint.line;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a paragraph for the best breaks. The steps bear the names they have in the paper's
 * section on the algorithm.
 */
final class Search {
  /** Of the measure: what each line may stretch more, when nothing else helps. */
  private static final double EMERGENCY_STRETCH = 0.1;

  /** The badness of glyphs that are set as wide or as narrow as they may be. */
  private static final double GIVEN = 1;

  /** How many rivers through one line count. */
  private static final int MOST_RIVERS = 2;

  private static final double[] NONE = {};

  private final List<Item> items;
  private final Shape shape;
  private final Settings settings;
  private final double tolerance;
  private final boolean emergency;
  private final @Nullable Rivers rivers;

  // From this line on it is all the same which one it is.
  private int alikeFrom;

  private List<Node> active = new ArrayList<>();

  // Sums over the items before the one under consideration.
  private double width;
  private double give;
  private double stretch;
  private double shrink;

  /**
   * @param tolerance how far glue may stretch, as a ratio; infinite in an emergency
   */
  Search(List<Item> items, Shape shape, Settings settings, double tolerance) {
    this(items, shape, settings, tolerance, null);
  }

  /**
   * @param rivers that count too; each of them that is one costs, and the search takes longer
   */
  Search(
      List<Item> items, Shape shape, Settings settings, double tolerance, @Nullable Rivers rivers) {
    this.items = items;
    this.shape = shape;
    this.settings = settings;
    this.tolerance = tolerance;
    this.emergency = tolerance == Double.POSITIVE_INFINITY;
    this.rivers = rivers;
    this.alikeFrom = shape.first().size();
  }

  /** What a pass found. */
  record Found(List<Break> breaks, double demerits) {}

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
   * A feasible break: the best way there that ends with this line, fitness and row of hyphens.
   *
   * @param line how many lines end here
   * @param hyphens how many of the last lines end in one, as far as it matters
   * @param width of all items before what the next line begins with, likewise give, stretch and
   *     shrink
   * @param demerits of all lines so far
   */
  private record Node(
      int item,
      int line,
      Fitness fitness,
      int hyphens,
      double width,
      double give,
      double stretch,
      double shrink,
      double demerits,
      double ratio,
      double[] middles,
      @Nullable Node previous) {}

  /** One way to end a line at the item under consideration. */
  private record Candidate(
      Node from, double ratio, Fitness fitness, int hyphens, double[] middles, double demerits) {}

  /** The best breaks; null where there are none within the tolerance. */
  @Nullable Found run() {
    return run(0);
  }

  /**
   * The best breaks into exactly so many lines.
   *
   * @param lines 0 for as many as is best
   */
  @Nullable Found run(int lines) {
    if (items.isEmpty()) {
      return new Found(List.of(), 0);
    }
    if (!forced(items.size() - 1)) {
      throw new IllegalArgumentException("a paragraph must end with a forced break");
    }
    alikeFrom = lines > 0 ? Integer.MAX_VALUE : alikeFrom;
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
    return chooseTheAppropriateActiveNode(lines);
  }

  private void createAnActiveNodeRepresentingTheStartingPoint() {
    active.add(new Node(-1, 0, Fitness.NORMAL, 0, 0, 0, 0, 0, 0, 0, NONE, null));
  }

  /** Those of one line together, as they may have different successors; the list is by line. */
  private void considerAllActiveNodes(int at) {
    List<Node> next = new ArrayList<>(active.size() + 4);
    @Nullable Candidate overfull = null;
    int i = 0;
    while (i < active.size()) {
      int line = line(active.get(i));
      List<Candidate> best = new ArrayList<>(4);
      for (; i < active.size() && line(active.get(i)) == line; i++) {
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

  private int line(Node node) {
    return Math.min(node.line, alikeFrom);
  }

  /** How far the glue from one break to another has to stretch or shrink. */
  private double adjustmentRatio(Node from, int at) {
    double slack = slack(from, at);
    double rest = Math.abs(slack) - (give - from.give);
    if (rest < 1e-6) {
      return 0;
    }
    double glue = slack > 0 ? stretch - from.stretch : shrink - from.shrink;
    double ratio = glue > 0 ? rest / glue : Item.INFINITE;
    return slack > 0 ? ratio : -ratio;
  }

  private double slack(Node from, int at) {
    return shape.measure(from.line) - length(from, at);
  }

  private double length(Node from, int at) {
    double length = width - from.width;
    return items.get(at) instanceof Item.Penalty penalty ? length + penalty.width() : length;
  }

  private void recordAFeasibleBreak(List<Candidate> best, Node from, int at, double ratio) {
    Fitness fitness = Fitness.of(ratio);
    int hyphens = hyphen(at) ? Math.min(from.hyphens + 1, settings.most()) : 0;
    double demerits = from.demerits + demerits(from, at, ratio, fitness);
    double[] middles = NONE;
    if (rivers != null) {
      middles = rivers.middles(from.item, at, ratio, from.line);
      demerits += rivers(from, middles) * settings.river();
    }
    Candidate candidate = new Candidate(from, ratio, fitness, hyphens, middles, demerits);
    for (int i = 0; i < best.size(); i++) {
      Candidate known = best.get(i);
      if (known.fitness == fitness && known.hyphens == hyphens && alike(known.from, from)) {
        if (demerits < known.demerits) {
          best.set(i, candidate);
        }
        return;
      }
    }
    best.add(candidate);
  }

  private int rivers(Node from, double[] middles) {
    return rivers == null || from.previous == null
        ? 0
        : Math.min(MOST_RIVERS, rivers.count(from.previous.middles, from.middles, middles));
  }

  /** Whether nothing that comes can tell which of two ways came here: for rivers, two lines. */
  private boolean alike(Node one, Node other) {
    return rivers == null || one.item == other.item && before(one) == before(other);
  }

  private static int before(Node node) {
    return node.previous == null ? -1 : node.previous.item;
  }

  private double demerits(Node from, int at, double ratio, Fitness fitness) {
    // The line's own cost makes fewer lines win where all else is equal (p. 1128).
    double bad = settings.line() + badness(from, at, ratio);
    double demerits = bad * bad;
    if (items.get(at) instanceof Item.Penalty penalty && penalty.cost() > Item.FORCED) {
      double cost = penalty.cost();
      demerits = cost >= 0 ? (bad + cost) * (bad + cost) : demerits - cost * cost;
    }
    if (hyphen(from.item)) {
      demerits += forced(at) ? settings.lastHyphen() : hyphen(at) ? settings.hyphens() : 0;
      demerits += hyphen(at) && from.hyphens >= settings.most() ? settings.never() : 0;
    }
    if (forced(at) && from.item >= 0 && !forced(from.item)) {
      demerits += lastLine(from, at);
    }
    return fitness.clashes(from.fitness) ? demerits + settings.fitness() : demerits;
  }

  // In an emergency lines stretch more easily, so that the badness of the bad ones can still be
  // told apart (TeX 3's \emergencystretch); the ratio that is handed out is the true one.
  private double badness(Node from, int at, double ratio) {
    double r = Math.abs(ratio);
    double given = give - from.give;
    if (ratio == 0 && given > 0) {
      double share = Math.min(1, Math.abs(slack(from, at)) / given);
      return GIVEN * share * share;
    }
    if (emergency && ratio > 0) {
      double help = EMERGENCY_STRETCH * shape.measure(from.line);
      r = slack(from, at) / (Math.max(0, stretch - from.stretch) + help);
    }
    return (given > 0 ? GIVEN : 0) + (100 * r + settings.small()) * r * r;
  }

  private double lastLine(Node from, int at) {
    boolean oneWord = true;
    boolean begun = false;
    for (int i = from.item + 1; i < at && oneWord; i++) {
      oneWord = !(begun && blank(i) > 1e-6);
      begun |= items.get(i) instanceof Item.Box;
    }
    boolean stub = oneWord && hyphen(from.item) || length(from, at) < shape.shortest();
    return stub ? settings.never() : oneWord ? settings.oneWord() : 0;
  }

  // What is there for the sake of a character that may hang is taken back behind it.
  private double blank(int at) {
    boolean taken = items.get(at + 1) instanceof Item.Box box && box.width() < 0;
    return items.get(at) instanceof Item.Glue glue
        ? glue.width() + (taken ? items.get(at + 1).width() : 0)
        : 0;
  }

  // Where no line fits, the one that sticks out least; from there on all goes on as if it had.
  private Candidate lessOverfull(@Nullable Candidate known, Node from, int at, double ratio) {
    if (known != null && excess(known.from, at) <= excess(from, at)) {
      return known;
    }
    return new Candidate(from, ratio, Fitness.TIGHT, hyphen(at) ? 1 : 0, NONE, from.demerits);
  }

  private double excess(Node from, int at) {
    return -slack(from, at) - (give - from.give) - (shrink - from.shrink);
  }

  // One that is worse by more than the fitness demerits, and those of rivers through the next two
  // lines, than one with no longer a row of hyphens can never catch up.
  private void appendTheBestBreaks(List<Candidate> best, int at, List<Node> next) {
    double margin = settings.fitness() + (rivers == null ? 0 : 2 * MOST_RIVERS * settings.river());
    for (Candidate candidate : best) {
      boolean hopeless = false;
      for (Candidate other : best) {
        hopeless |=
            other.hyphens <= candidate.hyphens && other.demerits + margin < candidate.demerits;
      }
      if (!hopeless) {
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
        at,
        from.line + 1,
        candidate.fitness,
        candidate.hyphens,
        w,
        give,
        y,
        z,
        candidate.demerits,
        candidate.ratio,
        candidate.middles,
        from);
  }

  private @Nullable Found chooseTheAppropriateActiveNode(int lines) {
    Node best = null;
    for (Node node : active) {
      if (lines == 0 || node.line == lines) {
        best = best == null || node.demerits < best.demerits ? node : best;
      }
    }
    return best == null ? null : new Found(breaksUpTo(best), best.demerits);
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

  private boolean hyphen(int at) {
    return at >= 0
        && items.get(at) instanceof Item.Penalty penalty
        && penalty.flagged()
        && penalty.cost() > Item.FORCED;
  }

  private void add(Item item) {
    switch (item) {
      case Item.Box box -> {
        width += box.width();
        give += box.give();
      }
      case Item.Glue glue -> {
        width += glue.width();
        stretch += glue.stretch();
        shrink += glue.shrink();
      }
      case Item.Penalty penalty -> {}
    }
  }
}
