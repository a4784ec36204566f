package offprint.math;

/** What is wrong with a formula, and what to do about it. */
public final class UnreadableFormula extends Exception {
  private static final long serialVersionUID = 1;
  private final int offset;
  private final String hint;

  UnreadableFormula(int offset, String message, String hint) {
    super(message, null, false, false);
    this.offset = offset;
    this.hint = hint;
  }

  /** What is wrong, in words. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Where in the formula's source. */
  public int offset() {
    return offset;
  }

  /** What to do. */
  public String hint() {
    return hint;
  }
}
