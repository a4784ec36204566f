package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * Pandoc's title block: up to three fields that begin with a per cent sign at the very start, for
 * title, authors and date (Pandoc User's Guide, "Extension: pandoc_title_block"). A field goes on
 * in lines that begin with a blank.
 *
 * @param authors as written, parted by semicolons or line ends
 * @param end the offset behind it; 0 where there is none
 */
record TitleBlock(
    @Nullable Fact<String> title,
    List<Fact<String>> authors,
    @Nullable Fact<String> date,
    int end) {

  static TitleBlock read(Source source) {
    List<List<Fact<String>>> fields = new ArrayList<>();
    int line = 1;
    for (; line <= source.lines(); line++) {
      int start = source.lineStart(line);
      String text = line(source, line);
      boolean field = text.equals("%") || text.startsWith("% ");
      boolean goesOn = !fields.isEmpty() && text.startsWith(" ") && !text.isBlank();
      if (field && fields.size() < 3) {
        fields.add(new ArrayList<>());
      } else if (!goesOn) {
        break;
      }
      String words = text.substring(1).strip();
      if (!words.isEmpty()) {
        fields.getLast().add(new Fact<>(Yaml.decoded(words), source.at(start + 1 + indent(text))));
      }
    }
    int end = fields.isEmpty() ? 0 : offset(source, line);
    return new TitleBlock(joined(fields, 0), authors(fields), joined(fields, 2), end);
  }

  private static int indent(String text) {
    return text.length() - 1 - text.substring(1).stripLeading().length();
  }

  static String line(Source source, int line) {
    return source
        .text()
        .substring(source.lineStart(line), offset(source, line + 1))
        .stripTrailing();
  }

  static int offset(Source source, int line) {
    return line > source.lines() ? source.text().length() : source.lineStart(line);
  }

  private static @Nullable Fact<String> joined(List<List<Fact<String>>> fields, int index) {
    if (index >= fields.size() || fields.get(index).isEmpty()) {
      return null;
    }
    List<Fact<String>> lines = fields.get(index);
    return new Fact<>(
        String.join(" ", lines.stream().map(Fact::value).toList()), lines.get(0).place());
  }

  private static List<Fact<String>> authors(List<List<Fact<String>>> fields) {
    List<Fact<String>> authors = new ArrayList<>();
    if (fields.size() > 1) {
      for (Fact<String> line : fields.get(1)) {
        for (String name : line.value().split(";")) {
          if (!name.isBlank()) {
            authors.add(new Fact<>(name.strip(), line.place()));
          }
        }
      }
    }
    return List.copyOf(authors);
  }
}
