package offprint.line;

/**
 * The end of a line.
 *
 * @param item the index of the glue or penalty it ends at; glue there and blanks behind it fall
 *     away
 * @param ratio how far the line's glue is to stretch (positive) or shrink (negative), in terms of
 *     what each can, when its boxes have given what they can; below -1 the line is too long at its
 *     tightest. A line with nothing to stretch has {@link Item#INFINITE}, which adds nothing
 */
public record Break(int item, double ratio) {
  /** Whether the line is wider than its measure even when its glue shrinks as far as it can. */
  public boolean overfull() {
    return ratio < -1;
  }
}
