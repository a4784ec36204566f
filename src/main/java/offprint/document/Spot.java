package offprint.document;

/**
 * A spot in the article.
 *
 * @param offset how many characters of the node's words stand before it, blanks apart, since those
 *     of the source and those that are set are not the same
 */
public record Spot(Node node, int offset) {
  /** Where a node begins. */
  public static Spot of(Node node) {
    return new Spot(node, 0);
  }

  /** Behind words of the same node. */
  public Spot behind(String words) {
    int count = 0;
    for (int i = 0; i < words.length(); i++) {
      count += isBlank(words.charAt(i)) ? 0 : 1;
    }
    return new Spot(node, offset + count);
  }

  /**
   * Its offset in the node's own words: before the character that follows it, behind the blanks.
   *
   * @param words of the node, with all their blanks
   */
  public int in(String words) {
    int left = offset;
    int at = 0;
    while (at < words.length() && (left > 0 || isBlank(words.charAt(at)))) {
      left -= isBlank(words.charAt(at)) ? 0 : 1;
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
