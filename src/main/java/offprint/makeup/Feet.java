package offprint.makeup;

import java.util.ArrayList;
import java.util.List;
import offprint.galley.Galley;
import offprint.galley.SetNote;
import offprint.galley.Slug;

/**
 * The lines of all notes in the order they are called in, and where a page's share of them may end.
 * Lines are counted from the article's first note.
 */
public final class Feet {
  /** Lines of a note that a page holds at least. */
  private static final int LEAST = 2;

  private static final double EPSILON = 0.01;

  /** Whether a page's share may end behind a line. */
  enum End {
    GOOD,
    /** It would part a paragraph's first or last line from its fellows, or a word. */
    BAD,
    NEVER
  }

  private final List<Slug> lines = new ArrayList<>();
  // Above each line, from the first on.
  private final List<Double> depths = new ArrayList<>(List.of(0.0));
  private final List<End> ends = new ArrayList<>();
  private final List<Boolean> begins = new ArrayList<>();

  /** Adds the notes that a line calls. */
  public void add(List<SetNote> called) {
    List<SetNote> notes = new ArrayList<>(called);
    for (int i = 0; i < notes.size(); i++) {
      add(notes.get(i));
      notes.addAll(notes.get(i).called());
    }
  }

  /** How many lines the notes have, with those that are called in them. */
  public static int lines(List<SetNote> called) {
    return called.stream().mapToInt(n -> n.slugs().size() + lines(n.called())).sum();
  }

  private void add(SetNote note) {
    int size = note.slugs().size();
    for (int i = 0; i < size; i++) {
      Slug slug = note.slugs().get(i);
      int above = i + 1;
      int below = size - above;
      boolean parts = below > 0 && (above < LEAST || below < LEAST);
      boolean bad = slug.hyphen() || note.cuts().get(i).compareTo(Galley.Cut.UNWELCOME) > 0;
      lines.add(slug);
      depths.add(depths.getLast() + slug.height());
      begins.add(i == 0);
      ends.add(parts ? End.NEVER : below > 0 && bad ? End.BAD : End.GOOD);
    }
  }

  /** How many lines there are so far. */
  public int size() {
    return lines.size();
  }

  public List<Slug> lines(int from, int to) {
    return lines.subList(from, to);
  }

  /** How deep the lines are together. */
  double depth(int from, int to) {
    return depths.get(to) - depths.get(from);
  }

  /** How many notes begin with these lines. */
  int notes(int from, int to) {
    int notes = 0;
    for (int i = from; i < to; i++) {
      notes += begins.get(i) ? 1 : 0;
    }
    return notes;
  }

  /**
   * Before which line the notes go on on the next page, where the room is not enough for all: the
   * last that does, {@code from} if there is none.
   *
   * @param worst what the end may be
   */
  int split(int from, int to, double room, End worst) {
    int split = from;
    for (int at = from + 1; at <= to && depth(from, at) <= room + EPSILON; at++) {
      if (ends.get(at - 1).compareTo(worst) <= 0) {
        split = at;
      }
    }
    return split;
  }
}
