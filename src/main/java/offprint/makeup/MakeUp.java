package offprint.makeup;

import java.util.List;
import java.util.stream.Stream;
import offprint.document.Spot;
import offprint.galley.Galley;
import offprint.galley.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What the breaker decided of one page.
 *
 * @param start where it begins
 * @param facing by how many lines the page before it ends high, as the breaker counts them
 * @param entries of its text, figures at its head first
 * @param notesTo the line of the notes that it ends before
 * @param given by how much its text is led out, in points
 * @param cost what is bad about it; see {@link PageCosts}
 */
record MakeUp(
    int folio,
    Position start,
    int facing,
    List<Galley.Entry> entries,
    int notesTo,
    double given,
    double cost) {

  /** A page on which nothing stands. */
  static MakeUp blank(int folio, Position next) {
    return new MakeUp(folio, next, 0, List.of(), next.notes, 0, 0);
  }

  boolean isBlank() {
    return entries.isEmpty() && start.notes == notesTo;
  }

  /** All that stands on it, in the order of painting. */
  Stream<Slug> slugs(Flow flow) {
    return Stream.concat(
        entries.stream().map(Galley.Entry::slug), flow.feet().lines(start.notes, notesTo).stream());
  }

  /**
   * Where it begins in the article: with the first of its text that goes on from the page before. A
   * figure that was left for its head stands in the article before what ends that page, so that
   * nothing begins with it; but a page of figures alone begins with the first of them, unless a
   * page has begun behind that already.
   *
   * @param last what the last page with text begins with
   * @return null for nowhere
   */
  @Nullable Spot begins(Flow flow, Flow.Piece last) {
    Spot text = begins(slugs(flow).skip(late()));
    boolean inOrder = late() > 0 && !flow.call(start.figures).isBefore(last);
    return text == null && inOrder ? begins(slugs(flow)) : text;
  }

  /** Whether text stands on it that goes on from the page before. */
  boolean hasText() {
    return entries.size() > late();
  }

  /** How many figures stand at its head that the author has before its text. */
  private int late() {
    int due = Math.min(start.piece.figures() - start.figures, entries.size());
    int late = 0;
    while (late < due && entries.get(late).figure()) {
      late++;
    }
    return late;
  }

  private static @Nullable Spot begins(Stream<Slug> slugs) {
    return slugs.flatMap(slug -> slug.extras().starts().stream()).findFirst().orElse(null);
  }

  /**
   * Where a page begins.
   *
   * @param piece its first
   * @param figures that stand on pages before
   * @param notes lines of notes that stand on pages before
   */
  record Position(Flow.Piece piece, int figures, int notes) {
    /** Whether nothing is left to be set. */
    boolean isEnd() {
      return piece.isEnd() && figures == piece.figures() && notes == piece.notes();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Position p
          && p.piece == piece
          && p.figures == figures
          && p.notes == notes;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(piece);
    }
  }
}
