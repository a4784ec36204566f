package offprint.xml;

/** Text as XML takes it (XML 1.0, fifth edition, sections 2.2 and 2.4). */
public final class XmlText {
  private XmlText() {}

  /** Whether every character may stand in XML, and in HTML. */
  public static boolean isClean(String text) {
    return text.codePoints().allMatch(XmlText::isAllowed);
  }

  /** The text without the characters that may not stand there. */
  public static String clean(String text) {
    if (isClean(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isAllowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** Cleaned, and escaped for an element's content. */
  public static String content(String text) {
    return escape(text, false);
  }

  /** Cleaned, and escaped for an attribute's value in double quotes. */
  public static String attribute(String text) {
    return escape(text, true);
  }

  // A carriage return, and in an attribute a line end or a tab, would come back as something else
  // if it were written as itself (XML 1.0, sections 2.11 and 3.3.3).
  private static String escape(String text, boolean attribute) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(XmlText::isAllowed)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(attribute ? "&quot;" : "\"");
                case '\t', '\n' -> {
                  if (attribute) {
                    escaped.append("&#").append(c).append(';');
                  } else {
                    escaped.append((char) c);
                  }
                }
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  // What XML allows, less what HTML forbids besides: the C1 controls and the noncharacters
  // (HTML, section 13.1.4). An unpaired surrogate is no character.
  private static boolean isAllowed(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean control = c >= 0x7f && c <= 0x9f;
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    boolean noncharacter = c >= 0xfdd0 && c <= 0xfdef || (c & 0xfffe) == 0xfffe;
    return !control && !surrogate && !noncharacter;
  }
}
