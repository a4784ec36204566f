package offprint.galley;

import java.util.List;
import java.util.function.IntFunction;
import offprint.document.Spot;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.page.Structure;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;

/**
 * A line of type, or another piece of a galley that no page break divides.
 *
 * @param height in points
 * @param marks with x from the left of the measure and y from the slug's head
 * @param onGrid whether it stands on the page's baseline grid
 * @param extras what it brings besides
 * @param hyphen whether it is a line that ends in one, or else within a compound or an address
 */
public record Slug(double height, List<Mark> marks, boolean onGrid, Extras extras, boolean hyphen) {

  /**
   * @param notes called in it for the first time
   * @param links numbers of the links it holds
   * @param slots page numbers to be filled in
   * @param strings what furniture finds from here on, by name
   * @param counted the lines that are counted for who speaks of them by number
   * @param starts where in the article its lines begin, in reading order
   */
  public record Extras(
      List<SetNote> notes,
      List<Integer> links,
      List<Slot> slots,
      List<Named> strings,
      List<Counted> counted,
      List<Spot> starts) {
    public static final Extras NONE = new Extras(List.of(), List.of(), List.of(), List.of());

    public Extras(List<SetNote> notes, List<Integer> links, List<Slot> slots, List<Named> strings) {
      this(notes, links, slots, strings, List.of(), List.of());
    }

    /** What begins with a spot in the article, and brings nothing else. */
    public static Extras at(Spot start) {
      return NONE.startingAt(start);
    }

    /** The same beginning with a spot in the article; null for none. */
    public Extras startingAt(@Nullable Spot start) {
      return start == null
          ? this
          : new Extras(notes, links, slots, strings, counted, joined(List.of(start), starts));
    }

    public Extras and(Extras other) {
      return new Extras(
          joined(notes, other.notes),
          joined(links, other.links),
          joined(slots, other.slots),
          joined(strings, other.strings),
          joined(counted, other.counted),
          joined(starts, other.starts));
    }

    /** The same where the notes stand on the slug itself. */
    public Extras withoutNotes() {
      return new Extras(List.of(), links, slots, strings, counted, starts);
    }

    /** The same further down on their slug. */
    Extras lowered(double dy) {
      return counted.isEmpty()
          ? this
          : new Extras(
              notes,
              links,
              slots,
              strings,
              counted.stream().map(line -> new Counted(line.baseline + dy, line.every)).toList(),
              starts);
    }
  }

  /**
   * A line that counts.
   *
   * @param baseline from the slug's head
   * @param every how many-th line shows its number
   */
  public record Counted(double baseline, int every) {}

  /** What a style's {@code string-set} names. */
  public record Named(String name, String words) {}

  /**
   * A page number that is not known yet. Noughts keep its room; they are known by their run, which
   * stands nowhere else.
   *
   * @param anchor whose page it is
   * @param number from the folio
   */
  public record Slot(String anchor, GlyphRun room, IntFunction<GlyphRun> number) {}

  /**
   * A line along the left of a block, drawn on as long as the block lasts. Compared by identity.
   */
  public static final class Bar {
    public final double x;
    public final double width;
    public final Colour colour;

    public Bar(double x, double width, Colour colour) {
      this.x = x;
      this.width = width;
      this.colour = colour;
    }
  }

  public Slug(double height, List<Mark> marks, boolean onGrid, Extras extras) {
    this(height, marks, onGrid, extras, false);
  }

  public Slug(double height, List<Mark> marks, boolean onGrid) {
    this(height, marks, onGrid, Extras.NONE);
  }

  /** The same with marks before its own. */
  public Slug with(List<Mark> more, Extras extra) {
    return new Slug(height, joined(more, marks), onGrid, extra.and(extras), hyphen);
  }

  /**
   * The same as a line that counts.
   *
   * @param baseline from the slug's head
   * @param every how many-th line shows its number; 0 where lines are not counted
   */
  public Slug counted(double baseline, int every) {
    return every == 0
        ? this
        : with(
            List.of(),
            new Extras(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Counted(baseline, every)),
                List.of()));
  }

  /**
   * The same with a blank behind its words, which parts them from the next line's for who reads by
   * ear (ISO 32000-1, 14.8.2.5). Where a line ends at a blank, that does so.
   *
   * @param rightToLeft whether the words end at the left
   */
  public Slug parted(GlyphRun blank, Colour colour, Structure.Content owner, boolean rightToLeft) {
    List<Mark> parted = new java.util.ArrayList<>(marks);
    for (int i = 0; i < parted.size(); i++) {
      int at = rightToLeft ? i : parted.size() - 1 - i;
      if (parted.get(at) instanceof Mark.Text text && text.owner() instanceof Structure.Content) {
        double x = rightToLeft ? text.x() - blank.width() : text.x() + text.run().width();
        parted.add(
            rightToLeft ? at : at + 1, new Mark.Text(blank, x, text.y(), colour, owner, null));
        break;
      }
    }
    return new Slug(height, List.copyOf(parted), onGrid, extras, hyphen);
  }

  /** Whether it shows nothing, such as a blank line of code. */
  public boolean isBlank() {
    return marks.stream()
        .allMatch(mark -> mark instanceof Mark.Text text && text.run().text().isBlank());
  }

  /** The same elsewhere, with another height. */
  public Slug moved(double dx, double dy, double height) {
    return new Slug(height, Marks.moved(marks, dx, dy), onGrid, extras.lowered(dy), hyphen);
  }

  /** Slugs one below the other as one. */
  public static Slug stacked(List<Slug> slugs) {
    List<Mark> marks = new java.util.ArrayList<>();
    Extras extras = Extras.NONE;
    double y = 0;
    for (Slug slug : slugs) {
      marks.addAll(Marks.moved(slug.marks(), 0, y));
      extras = extras.and(slug.extras.lowered(y));
      y += slug.height;
    }
    return new Slug(y, marks, false, extras);
  }

  public static <T> List<T> joined(List<T> first, List<T> second) {
    if (first.isEmpty()) {
      return second;
    }
    if (second.isEmpty()) {
      return first;
    }
    List<T> both = new java.util.ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }
}
