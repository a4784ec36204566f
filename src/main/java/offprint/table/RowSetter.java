package offprint.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.table.TableSetter.Stack;

/**
 * Sets the cells of rows side by side. A short row is one slug, a deep one several, so that it can
 * go on on the next page, two lines of each of its cells at least on either side.
 */
final class RowSetter {
  /** Rows of no more lines are kept whole. */
  private static final int WHOLE = 7;

  /** If the lines of two cells part nowhere in so many points, one of them gives way. */
  private static final double TOGETHER = 60;

  private static final double EPSILON = 0.5;

  private final List<Stack> stacks;
  private final double depth;

  /**
   * @param stacks the cells, row by row
   * @param depth of a page
   */
  RowSetter(List<Stack> stacks, double depth) {
    this.stacks = stacks;
    this.depth = depth;
  }

  List<TableRow> rows(TablePlan plan) {
    int heads = plan.grid().head().size();
    int count = heads + plan.grid().body().size();
    double[] heights = heights(count);
    boolean[] held = held(heights);
    List<List<Stack>> byRow = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byRow.add(new ArrayList<>());
    }
    stacks.forEach(stack -> byRow.get(stack.placed().row()).add(stack));
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Stack> cells = byRow.get(i);
      boolean spanned = i > 0 && held[i - 1] || held[i];
      boolean whole = cells.stream().allMatch(c -> c.slugs().size() <= WHOLE);
      if (i < heads || (spanned || whole) && heights[i] <= depth / 2) {
        rows.add(whole(cells, heights, i, i < heads, held[i]));
      } else {
        rows.add(divided(cells, heights[i], held[i]));
      }
    }
    return rows;
  }

  /** Whether a cell goes on in the rows below; one deeper than half a page makes its row deep. */
  private boolean spans(Stack stack) {
    return stack.placed().slot().rowSpan() > 1 && stack.height() <= depth / 2;
  }

  // What a cell over several rows needs more than they have falls to the last of them, so that the
  // rows above stand as close as elsewhere.
  private double[] heights(int count) {
    double[] heights = new double[count];
    for (Stack stack : stacks) {
      if (!spans(stack)) {
        int i = stack.placed().row();
        heights[i] = Math.max(heights[i], stack.height());
      }
    }
    for (Stack stack : stacks) {
      if (spans(stack)) {
        int first = stack.placed().row();
        int end = first + stack.placed().slot().rowSpan();
        double has = Arrays.stream(heights, first, end).sum();
        heights[end - 1] += Math.max(0, stack.height() - has);
      }
    }
    return heights;
  }

  /** Behind which rows no page may end, since a cell goes on beside the next. */
  private boolean[] held(double[] heights) {
    boolean[] held = new boolean[heights.length];
    for (Stack stack : stacks) {
      if (spans(stack)) {
        double left = stack.height();
        int last = stack.placed().row() + stack.placed().slot().rowSpan() - 1;
        for (int i = stack.placed().row(); i < last; i++) {
          left -= heights[i];
          held[i] |= left > EPSILON;
        }
      }
    }
    return held;
  }

  private static TableRow whole(
      List<Stack> cells, double[] heights, int row, boolean head, boolean held) {
    List<Mark> marks = new ArrayList<>();
    Slug.Extras extras = Slug.Extras.NONE;
    for (Stack cell : cells) {
      double y = 0;
      if (head) { // the words of heads stand on one line, next to what they head
        int end = row + cell.placed().slot().rowSpan();
        y = Arrays.stream(heights, row, end).sum() - cell.height();
      }
      for (Slug slug : cell.slugs()) {
        marks.addAll(Marks.moved(slug.marks(), 0, y));
        extras = extras.and(slug.extras());
        y += slug.height();
      }
    }
    return new TableRow(List.of(new Slug(heights[row], marks, false, extras)), List.of(!held));
  }

  // ---- deep rows

  /** A cell on its way down. */
  private static final class Descent {
    final List<Slug> slugs;
    int next;
    double top;

    Descent(List<Slug> slugs) {
      this.slugs = slugs;
    }

    boolean isDone() {
      return next == slugs.size();
    }

    /** Where the slugs end that begin above {@code limit}. */
    void ends(double limit, TreeSet<Double> ends) {
      double y = top;
      for (int i = next; i < slugs.size() && y < limit; i++) {
        y += slugs.get(i).height();
        ends.add(y);
      }
    }

    /** How far a slug that stands on both sides of {@code y} must go down; 0 where none does. */
    double push(double y) {
      double at = top;
      for (int i = next; i < slugs.size() && at < y - EPSILON; i++) {
        double end = at + slugs.get(i).height();
        if (end > y + EPSILON) {
          return y - at;
        }
        at = end;
      }
      return 0;
    }

    /** Whether a cut here would leave one line of several alone. */
    boolean strands() {
      return slugs.size() > 1 && (next == 1 || next == slugs.size() - 1);
    }
  }

  private static TableRow divided(List<Stack> cells, double height, boolean held) {
    List<Descent> descents = cells.stream().map(c -> new Descent(c.slugs())).toList();
    List<Slug> slugs = new ArrayList<>();
    List<Boolean> cuts = new ArrayList<>();
    double from = 0;
    while (descents.stream().anyMatch(d -> !d.isDone())) {
      double to = end(descents, from);
      slugs.add(section(descents, from, to));
      cuts.add(descents.stream().noneMatch(Descent::strands));
      from = to;
    }
    Slug last = slugs.removeLast();
    double rest = Math.max(0, height - from);
    slugs.add(last.moved(0, 0, last.height() + rest));
    cuts.set(cuts.size() - 1, !held);
    return new TableRow(slugs, cuts);
  }

  /** The next place where no line is cut; if there is none soon, where the least gives way. */
  private static double end(List<Descent> descents, double from) {
    TreeSet<Double> ends = new TreeSet<>();
    descents.forEach(d -> d.ends(from + TOGETHER, ends));
    double best = ends.first();
    double least = Double.MAX_VALUE;
    for (double end : ends) {
      double push = descents.stream().mapToDouble(d -> d.push(end)).max().orElse(0);
      if (push < least) {
        best = end;
        least = push;
      }
    }
    return best;
  }

  private static Slug section(List<Descent> descents, double from, double to) {
    List<Mark> marks = new ArrayList<>();
    Slug.Extras extras = Slug.Extras.NONE;
    for (Descent descent : descents) {
      while (!descent.isDone()
          && descent.top + descent.slugs.get(descent.next).height() <= to + EPSILON) {
        Slug slug = descent.slugs.get(descent.next);
        marks.addAll(Marks.moved(slug.marks(), 0, descent.top - from));
        extras = extras.and(slug.extras());
        descent.top += slug.height();
        descent.next++;
      }
      descent.top = Math.max(descent.top, to);
    }
    return new Slug(to - from, marks, false, extras);
  }
}
