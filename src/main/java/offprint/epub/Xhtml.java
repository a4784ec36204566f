package offprint.epub;

import java.util.ArrayDeque;
import java.util.Deque;
import offprint.style.Tag;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/** An XHTML fragment as it grows; closes what it opened, and escapes what it is given. */
final class Xhtml {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes names and values in turn; an attribute whose value is null is left out, and a
   *     language is said to readers of XML, too
   */
  Xhtml open(Tag tag, @Nullable String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag.name());
    return this;
  }

  /** An element without content: {@code br}, {@code hr}, {@code img}, {@code link}. */
  Xhtml empty(Tag tag, @Nullable String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  Xhtml close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Xhtml text(String text) {
    out.append(XmlText.content(text));
    return this;
  }

  /** A line end between blocks, for whoever reads the file itself. */
  Xhtml line() {
    out.append('\n');
    return this;
  }

  /** What another has written. */
  Xhtml append(Xhtml fragment) {
    out.append(fragment.out);
    return this;
  }

  /** A whole element of another language, such as MathML. */
  Xhtml markup(String xml) {
    out.append(xml);
    return this;
  }

  /** In characters, so far. */
  int length() {
    return out.length();
  }

  boolean isEmpty() {
    return out.isEmpty();
  }

  private void start(Tag tag, @Nullable String... attributes) {
    out.append('<').append(tag.name());
    if (!tag.classes().isEmpty()) {
      attribute("class", String.join(" ", tag.classes()));
    }
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      if (name != null && value != null) {
        attribute(name, value);
        if (name.equals("lang")) {
          attribute("xml:lang", value);
        }
      }
    }
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(XmlText.attribute(value)).append('"');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
