package offprint.bag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Place;

/**
 * What a bag tells of itself (RFC 8493, section 2.2.2).
 *
 * @param elements in the file's order; labels may come again
 */
record BagInfo(List<Element> elements) {
  private static final Pattern LINE =
      Pattern.compile("([^: \t](?:[^:]*[^: \t])?):(?:[ \t](.*))?", Pattern.DOTALL);
  private static final Pattern LINE_OF_A_DRAFT =
      Pattern.compile("[ \t]*([^:]*[^: \t])[ \t]*:[ \t]*(.*)", Pattern.DOTALL);

  /**
   * @param value with its lines joined by blanks
   */
  record Element(Place place, String label, String value) {}

  BagInfo {
    elements = List.copyOf(elements);
  }

  /** Empty where the bag tells nothing. */
  static BagInfo read(BagFiles files, String bag, Strictness strictness) {
    String file = strictness.declaration().infoFile();
    List<TagFile.Line> lines =
        files.has(file)
            ? TagFile.read(
                files.file(file),
                bag + "/" + file,
                strictness.declaration().charset(),
                strictness.findings())
            : null;
    List<Element> elements = new ArrayList<>();
    for (TagFile.Line line : lines == null ? List.<TagFile.Line>of() : lines) {
      read(line, elements, strictness);
    }
    return new BagInfo(elements);
  }

  private static void read(TagFile.Line line, List<Element> elements, Strictness strictness) {
    String text = line.text();
    boolean isFinal = strictness.declaration().isFinal();
    Matcher matcher = (isFinal ? LINE : LINE_OF_A_DRAFT).matcher(text);
    boolean indented = text.startsWith(" ") || text.startsWith("\t");
    if (text.isBlank()) {
      strictness.oddity(line.place(), "an empty line tells nothing");
    } else if (indented && !elements.isEmpty()) {
      Element last = elements.removeLast();
      elements.add(new Element(last.place, last.label, last.value + " " + text.strip()));
    } else if (matcher.matches()) {
      String value = matcher.group(2) == null ? "" : matcher.group(2);
      elements.add(new Element(line.place(), matcher.group(1), value.strip()));
    } else {
      strictness.error(
          "bad-bag-info", line.place(), "here stands a label, a colon, a blank and a value");
    }
  }

  /** The elements of a label, which may be in any case. */
  List<Element> all(String label) {
    return elements.stream().filter(element -> element.label.equalsIgnoreCase(label)).toList();
  }
}
