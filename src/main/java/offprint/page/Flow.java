package offprint.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The article's galleys, one behind the other, as pages are cut from them. */
final class Flow {

  /** An entry in the flow; the last piece has none until more is added. */
  static final class Piece {
    private Galley.@Nullable Entry entry;
    private @Nullable Piece next;
    private final int order;
    private final int notes;
    private final int figures;
    private boolean continues;
    private boolean hyphen;

    private Piece(int order, int notes, int figures) {
      this.order = order;
      this.notes = notes;
      this.figures = figures;
    }

    boolean isBefore(Piece other) {
      return order < other.order;
    }

    /** Whether nothing stands here. */
    boolean isEnd() {
      return entry == null;
    }

    Galley.Entry entry() {
      if (entry == null) {
        throw new IllegalStateException("the flow ends here");
      }
      return entry;
    }

    Piece next() {
      if (next == null) {
        throw new IllegalStateException("the flow ends here");
      }
      return next;
    }

    /** Lines of notes that are called before it. */
    int notes() {
      return notes;
    }

    /** Figures before it. */
    int figures() {
      return figures;
    }

    /** Whether it is not the first behind its head, which a page that begins here repeats. */
    boolean continues() {
      return continues;
    }

    boolean endsInHyphen() {
      return hyphen;
    }
  }

  private final Feet feet = new Feet();
  private final List<Galley.Entry> figures = new ArrayList<>();
  private final Piece first = new Piece(0, 0, 0);
  private Piece end = first;

  void add(Galley galley) {
    @Nullable List<Slug> head = null;
    for (Galley.Entry entry : galley.entries()) {
      feet.add(entry.slug().extras().notes());
      if (entry.figure()) {
        figures.add(entry);
      }
      end.entry = entry;
      end.continues = entry.head() != null && entry.head() == head;
      end.hyphen = entry.slug().hyphen();
      head = entry.head();
      end.next = new Piece(end.order + 1, feet.size(), figures.size());
      end = end.next;
    }
  }

  Piece first() {
    return first;
  }

  /** Behind all that was added. */
  Piece end() {
    return end;
  }

  Feet feet() {
    return feet;
  }

  /** All figures, in the author's order. */
  List<Galley.Entry> figures() {
    return figures;
  }
}
