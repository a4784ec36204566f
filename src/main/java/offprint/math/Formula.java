package offprint.math;

import org.jspecify.annotations.Nullable;

/** A formula as it was read. */
public final class Formula {
  private final Part content;
  private final @Nullable String tag;
  private final String source;

  Formula(Part content, @Nullable String tag, String source) {
    this.content = content;
    this.tag = tag;
    this.source = source;
  }

  /**
   * Reads TeX.
   *
   * @param tex without the dollars around it
   */
  public static Formula read(String tex) throws UnreadableFormula {
    return new TexReader(tex).formula();
  }

  Part content() {
    return content;
  }

  /** What stands at the end of the line, in brackets; null for nothing. */
  @Nullable String tag() {
    return tag;
  }

  /** The TeX, for who cannot see the formula: one line, single blanks. */
  public String source() {
    return source.strip().replaceAll("\\s+", " ");
  }

  /**
   * As MathML (MathML Core).
   *
   * @param display whether it stands by itself
   */
  public String mathMl(boolean display) {
    return new MathMl(this, display).write();
  }
}
