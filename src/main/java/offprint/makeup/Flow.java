package offprint.makeup;

import java.util.ArrayList;
import java.util.List;
import offprint.galley.Galley;
import offprint.galley.Slug;
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
    private Galley.Cut opening = Galley.Cut.ALLOWED;
    private boolean continues;
    private boolean hyphen;
    private @Nullable Paragraph paragraph;
    private List<Piece> others = List.of();
    private List<Piece> ended = List.of();

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

    /** Whether a page must begin with it, and on which side. */
    Galley.Cut opening() {
      return opening;
    }

    /** Whether it is not the first behind its head, which a page that begins here repeats. */
    boolean continues() {
      return continues;
    }

    boolean endsInHyphen() {
      return hyphen;
    }

    /** Where the other settings begin of the paragraph that begins here. */
    List<Piece> others() {
      return others;
    }

    /** Where the other settings begin of the paragraph that ends here. */
    List<Piece> ended() {
      return ended;
    }
  }

  /** A paragraph of one of the galleys, which may be set otherwise. */
  private record Paragraph(Galley galley, Galley.Paragraph setting, Piece last) {}

  /** The rank of what stands above all headings, so that the first ends it. */
  private static final int LEAD = Integer.MAX_VALUE;

  private final Feet feet = new Feet();
  private final List<Galley.Entry> figures = new ArrayList<>();
  private final List<Piece> calls = new ArrayList<>();
  private final List<Integer> ranks = new ArrayList<>();
  private final List<@Nullable Piece> limits = new ArrayList<>();
  private int rank = LEAD;
  private final Piece first = new Piece(0, 0, 0);
  private Piece end = first;

  void add(Galley galley) {
    if (galley.opening().isForced()) {
      end.opening = galley.opening();
    }
    @Nullable List<Slug> head = null;
    List<Piece> pieces = new ArrayList<>();
    for (Galley.Entry entry : galley.entries()) {
      feet.add(entry.slug().extras().notes());
      if (entry.section() > 0) {
        section(entry.section());
      }
      if (entry.figure()) {
        figures.add(entry);
        calls.add(end);
        ranks.add(rank);
        limits.add(null);
      }
      end.entry = entry;
      end.continues = entry.head() != null && entry.head() == head;
      end.hyphen = entry.slug().hyphen();
      head = entry.head();
      pieces.add(end);
      end.next = new Piece(end.order + 1, feet.size(), figures.size());
      end = end.next;
      end.opening = entry.after();
    }
    for (Galley.Paragraph setting : galley.paragraphs()) {
      Piece last = pieces.get(setting.to() - 1);
      pieces.get(setting.from()).paragraph = new Paragraph(galley, setting, last);
    }
  }

  /** Sections of this rank and below end here. */
  private void section(int begins) {
    rank = begins;
    for (int i = figures.size() - 1; i >= 0 && limits.get(i) == null; i--) {
      if (ranks.get(i) >= begins) {
        limits.set(i, end);
      }
    }
  }

  /**
   * How many figures stand behind the end of their section; those that are called one behind the
   * other, as the sheets of a table are, count as one.
   *
   * @param from the first that stands nowhere yet
   * @param next what is behind the text that stands on pages
   */
  int strayed(int from, Piece next) {
    int strayed = 0;
    for (int i = from; i < next.figures; i++) {
      Piece limit = limits.get(i);
      boolean first = i == from || calls.get(i - 1).next() != calls.get(i);
      strayed += first && limit != null && limit.isBefore(next) ? 1 : 0;
    }
    return strayed;
  }

  /**
   * Has the paragraph that begins here set in other numbers of lines, for the breaker to choose
   * from.
   *
   * @return whether there is one that was not yet
   */
  boolean vary(Piece piece) {
    Paragraph paragraph = piece.paragraph;
    piece.paragraph = null;
    if (paragraph == null) {
      return false;
    }
    List<Piece> others = new ArrayList<>();
    for (List<Galley.Entry> setting : paragraph.galley.otherSettings(paragraph.setting)) {
      others.add(chain(setting, piece, paragraph.last.next()));
    }
    piece.others = others;
    paragraph.last.ended = others;
    return !others.isEmpty();
  }

  private static Piece chain(List<Galley.Entry> setting, Piece from, Piece to) {
    Piece first = new Piece(from.order, from.notes, from.figures);
    first.opening = from.opening;
    Piece piece = first;
    for (int i = 0; i < setting.size(); i++) {
      piece.entry = setting.get(i);
      piece.hyphen = setting.get(i).slug().hyphen();
      int notes = piece.notes + Feet.lines(setting.get(i).slug().extras().notes());
      boolean last = i == setting.size() - 1;
      piece.next = last ? to : new Piece(from.order, notes, from.figures);
      piece = piece.next;
    }
    return first;
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

  /** Where the author has a figure, by its number. */
  Piece call(int figure) {
    return calls.get(figure);
  }

  /** All figures, in the author's order. */
  List<Galley.Entry> figures() {
    return figures;
  }
}
