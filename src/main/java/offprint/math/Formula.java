package offprint.math;

import org.jspecify.annotations.Nullable;

/** A formula as it was read. */
public final class Formula {
  /** Characters that a string of a PDF/A holds (ISO 19005-2, section 6.1.13: 32767 bytes). */
  private static final int LONGEST = 16_000;

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

  /** The TeX: one line, single blanks. */
  public String source() {
    return source.strip().replaceAll("\\s+", " ");
  }

  /**
   * What is said to who cannot see the formula: it in words, where the language is one that we have
   * words of; else the TeX. English words would be read out by another language's voice.
   *
   * @param language a BCP 47 tag, of the words around
   */
  public String alternative(String language) {
    Vocabulary vocabulary = Vocabulary.of(language);
    String words = vocabulary == null ? "" : new Speaker(vocabulary).words(this);
    return words.isEmpty() || words.length() > LONGEST ? source() : words;
  }

  /**
   * As MathML (MathML Core).
   *
   * @param display whether it stands by itself
   * @param language a BCP 47 tag, of the words around
   */
  public String mathMl(boolean display, String language) {
    return new MathMl(this, display, language).write();
  }
}
