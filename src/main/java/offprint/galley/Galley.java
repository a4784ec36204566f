package offprint.galley;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
import offprint.page.Mark;
import offprint.page.Marks;
import org.jspecify.annotations.Nullable;

/**
 * The set text before it is cut into pages: slugs one below the other, the space between them, and
 * where a page may end. Space collapses as CSS has it: of what two neighbours ask for, the larger.
 */
public final class Galley {
  /** Whether a page may end after an entry. */
  public enum Cut {
    ALLOWED,
    /** Rather elsewhere, where that costs little. */
    UNWELCOME,
    /** Not while what is kept together fits a page. */
    AVOIDED,
    /**
     * As little as {@link #FORBIDDEN}, though the space there may grow: a rule between two parts.
     */
    APART,
    FORBIDDEN,
    FORCED,
    /** Forced; what follows begins on a page of an odd folio. */
    RECTO,
    /** Forced; what follows begins on a page of an even folio. */
    VERSO;

    public boolean isForced() {
      return compareTo(FORCED) >= 0;
    }
  }

  /** Lines that stand below a heading at least, on its page. */
  private static final int LINES_BELOW = 2;

  /** A line of this height, in points, is a picture's and company enough for itself. */
  private static final double DEEP = 72;

  /**
   * @param before space above it, which vanishes at the head of a page
   * @param after whether a page may end below it
   * @param bars that run along it, outermost first
   * @param head what is repeated where a page begins with this entry; null for nothing
   * @param figure whether it may stand at the head of the next page, and the text go on without it
   * @param below space below it, where it is a figure; else that is before the next
   * @param held space above it where the figure before it stands elsewhere
   * @param reduction how it is set with its picture smaller; null where it has none
   * @param section the rank of the heading that begins with it, from 1; 0 where none does
   */
  public record Entry(
      double before,
      Slug slug,
      Cut after,
      List<Slug.Bar> bars,
      @Nullable List<Slug> head,
      boolean figure,
      double below,
      double held,
      @Nullable Reduction reduction,
      int section) {
    public Entry(
        double before, Slug slug, Cut after, List<Slug.Bar> bars, @Nullable List<Slug> head) {
      this(before, slug, after, bars, head, false, 0, 0, null, 0);
    }

    /** The same with its picture lower by so many points. */
    public Entry reducedBy(double by) {
      Slug smaller = Objects.requireNonNull(reduction).by.apply(by);
      return new Entry(before, smaller, after, bars, head, figure, below, held, null, section);
    }

    Entry with(Cut cut) {
      return new Entry(before, slug, cut, bars, head, figure, below, held, reduction, section);
    }
  }

  /**
   * How a figure is set with its picture smaller.
   *
   * @param height of the picture, in points
   * @param by sets it with a picture that is lower by so many points
   */
  public record Reduction(double height, DoubleFunction<Slug> by) {}

  /** Sets a paragraph again, in a line fewer and in one more, as far as that looks well. */
  @FunctionalInterface
  public interface Resetter {
    List<List<Slug>> set();
  }

  /**
   * A paragraph that may be set in other numbers of lines.
   *
   * @param from its first entry
   * @param to behind its last
   * @param inside whether a page may end in it, its first and last lines apart
   * @param marks that stand on its first line besides its own
   */
  public record Paragraph(
      int from,
      int to,
      int orphans,
      int widows,
      Cut inside,
      Resetter resetter,
      List<Mark> marks,
      Slug.Extras extras) {}

  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Deque<Slug.Bar> bars = new ArrayDeque<>();
  private double space;
  private double held;
  private int section;
  private int owed;
  private Cut opening = Cut.ALLOWED;
  private List<Mark> pendingMarks = List.of();
  private Slug.Extras pendingExtras = Slug.Extras.NONE;

  /**
   * A section begins with what comes next. Figures of the one before should stand above it.
   *
   * @param rank of its heading, from 1
   */
  public void section(int rank) {
    endSection();
    section = rank;
  }

  /** Better ends a page below a section of one line than below what comes next, if it must. */
  public void endSection() {
    endKept(Cut.AVOIDED);
  }

  /** Asks for space before what comes next. */
  public void space(double height) {
    space = Math.max(space, height);
  }

  /** Space that adds to what was asked for, such as a padding. */
  public void moreSpace(double height) {
    space += height;
  }

  public void add(Slug slug) {
    add(slug, Cut.ALLOWED, null);
  }

  public void add(Slug slug, Cut after, @Nullable List<Slug> head) {
    Cut cut = owed > 1 && !after.isForced() ? Cut.FORBIDDEN : after;
    if (slug.height() > 0) {
      owed--;
    }
    add(whole(slug), cut, head, null);
  }

  private void add(Slug slug, Cut cut, @Nullable List<Slug> head, @Nullable Reduction reduction) {
    entries.add(
        new Entry(space, slug, cut, List.copyOf(bars), head, false, 0, held, reduction, section));
    space = 0;
    held = 0;
    section = 0;
  }

  /**
   * Adds a figure, which no page break divides.
   *
   * @param floats whether it may stand at the head of the next page, and the text go on without it
   */
  public void addFigure(Galley figure, boolean floats) {
    addFigure(figure, floats, null);
  }

  /**
   * The same of one whose picture may be smaller.
   *
   * @param reduction null for none
   */
  public void addFigure(Galley figure, boolean floats, @Nullable Reduction reduction) {
    open(figure);
    double asked = space;
    space(figure.entries.getFirst().before);
    Slug slug = Slug.stacked(figure.slugs());
    Reduction whole = reduction == null ? null : whole(reduction);
    if (!floats) {
      Cut cut = owed > 1 ? Cut.FORBIDDEN : Cut.ALLOWED;
      owed--;
      add(whole(slug), cut, null, whole);
      space(figure.space);
      return;
    }
    entries.add(
        new Entry(
            space,
            whole(slug),
            Cut.ALLOWED,
            List.copyOf(bars),
            null,
            true,
            figure.space,
            held,
            whole,
            0));
    held = Math.max(held, asked);
    space = 0;
  }

  /** Adds what another galley holds. */
  public void addAll(Galley other) {
    open(other);
    for (Entry entry : other.entries) {
      space(entry.before);
      add(entry.slug, entry.after, entry.head);
    }
    space(other.space);
  }

  /** The depth of what it holds, the space above it apart. */
  public double depth() {
    double depth = space;
    for (int i = 0; i < entries.size(); i++) {
      depth += entries.get(i).slug.height() + (i == 0 ? 0 : entries.get(i).before);
    }
    return depth;
  }

  private Reduction whole(Reduction reduction) {
    List<Mark> marks = pendingMarks;
    Slug.Extras extras = pendingExtras;
    return new Reduction(reduction.height, by -> reduction.by.apply(by).with(marks, extras));
  }

  private Slug whole(Slug slug) {
    Slug whole =
        pendingMarks.isEmpty() && pendingExtras == Slug.Extras.NONE
            ? slug
            : slug.with(pendingMarks, pendingExtras);
    pendingMarks = List.of();
    pendingExtras = Slug.Extras.NONE;
    return whole;
  }

  /**
   * Adds a block's lines, keeping the first {@code orphans} and the last {@code widows} of them
   * together (CSS Fragmentation 3, 3.3).
   */
  public void addLines(List<Slug> lines, int orphans, int widows, boolean together) {
    for (int i = 0; i < lines.size(); i++) {
      int above = i + 1;
      int below = lines.size() - above;
      boolean last = below == 0;
      boolean kept =
          !last
              && (above < orphans && lines.get(i).height() < DEEP
                  || below < widows && lines.get(i + 1).height() < DEEP);
      Cut inside = together && !last ? Cut.AVOIDED : Cut.ALLOWED;
      add(lines.get(i), kept ? Cut.FORBIDDEN : inside, null);
    }
  }

  /** Adds a paragraph's lines, which may be set again where a page asks for it. */
  public void addParagraph(
      List<Slug> lines, int orphans, int widows, Cut inside, Resetter resetter) {
    int from = entries.size();
    List<Mark> marks = pendingMarks;
    Slug.Extras extras = pendingExtras;
    addLines(lines, orphans, widows, false);
    keepTogether(from, inside);
    if (lines.size() == 1) {
      return; // in two lines it would end in a word or two
    }
    paragraphs.add(
        new Paragraph(from, entries.size(), orphans, widows, inside, resetter, marks, extras));
  }

  public List<Paragraph> paragraphs() {
    return paragraphs;
  }

  /** The entries of a paragraph in a line fewer, and in one more, as far as it can be set so. */
  public List<List<Entry>> otherSettings(Paragraph paragraph) {
    return paragraph.resetter.set().stream().map(lines -> setting(paragraph, lines)).toList();
  }

  private List<Entry> setting(Paragraph paragraph, List<Slug> lines) {
    Galley galley = new Galley();
    galley.onNext(paragraph.marks, paragraph.extras);
    galley.addLines(lines, paragraph.orphans, paragraph.widows, false);
    galley.keepTogether(0, paragraph.inside);
    Entry first = entries.get(paragraph.from);
    Entry last = entries.get(paragraph.to - 1);
    galley.cut(last.after);
    return galley.entries.stream()
        .map(
            e ->
                new Entry(
                    e == galley.entries.getFirst() ? first.before : 0,
                    e.slug,
                    e.after,
                    first.bars,
                    null,
                    false,
                    0,
                    e == galley.entries.getFirst() ? first.held : 0,
                    null,
                    e == galley.entries.getFirst() ? first.section : 0))
        .toList();
  }

  /** Goes onto the next slug, whatever it will be: a list item's mark, an anchor. */
  public void onNext(List<Mark> marks, Slug.Extras extras) {
    pendingMarks = Slug.joined(pendingMarks, marks);
    pendingExtras = pendingExtras == Slug.Extras.NONE ? extras : pendingExtras.and(extras);
  }

  public boolean hasPendingMarks() {
    return !pendingMarks.isEmpty();
  }

  private void open(Galley other) {
    if (other.opening.isForced()) {
      cut(other.opening);
    }
  }

  /** How it is to be parted from what stands before it, if its first block asks for that. */
  public Cut opening() {
    return opening;
  }

  /** Changes whether a page may end below the last entry. */
  public void cut(Cut after) {
    if (entries.isEmpty()) {
      opening = after;
      return;
    }
    entries.add(entries.removeLast().with(after));
    owed = 0;
  }

  /** Keeps what stands above with the lines below it, as a heading is. */
  public void keepWithNext() {
    keepWithNext(Cut.FORBIDDEN);
  }

  /** The same, however that is done above the first of the lines. */
  public void keepWithNext(Cut after) {
    cut(after);
    owed = LINES_BELOW;
  }

  /** A block ends: it has no more lines to be kept with what stands above them. */
  public void endKept() {
    endKept(Cut.ALLOWED);
  }

  private void endKept(Cut after) {
    if (owed > 0 && owed < LINES_BELOW) {
      cut(after);
    }
  }

  public void push(Slug.Bar bar) {
    bars.addLast(bar);
  }

  public void pop() {
    bars.removeLast();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }

  public List<Entry> entries() {
    return entries;
  }

  /** From entry {@code from} on a page ends no better than so, but after the last. */
  public void keepTogether(int from, Cut inside) {
    for (int i = from; i < entries.size() - 1; i++) {
      keep(i, inside);
    }
  }

  /** A page ends no better than so below the last entry. */
  public void keepLast(Cut after) {
    if (!entries.isEmpty()) {
      keep(entries.size() - 1, after);
    }
  }

  private void keep(int entry, Cut after) {
    if (entries.get(entry).after.compareTo(after) < 0) {
      entries.set(entry, entries.get(entry).with(after));
    }
  }

  /** Everything as slugs for a cell or a note: space goes into the slugs, bars are drawn. */
  public List<Slug> slugs() {
    List<Slug> slugs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      double before = i == 0 ? 0 : entry.before;
      List<Mark> marks = new ArrayList<>();
      for (Mark mark : entry.slug.marks()) {
        marks.add(Marks.moved(mark, 0, before));
      }
      for (Slug.Bar bar : entry.bars) {
        boolean continued = i > 0 && entries.get(i - 1).bars.contains(bar);
        double top = continued ? 0 : before;
        marks.add(
            new Mark.Rule(
                bar.x,
                top,
                bar.width,
                before + entry.slug.height() - top,
                bar.colour,
                Mark.Artifact.LAYOUT));
      }
      slugs.add(
          new Slug(
              before + entry.slug.height(),
              marks,
              entry.slug.onGrid(),
              entry.slug.extras().lowered(before),
              entry.slug.hyphen()));
    }
    return slugs;
  }
}
