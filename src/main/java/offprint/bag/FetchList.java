package offprint.bag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Place;

/**
 * What a bag leaves to be fetched (RFC 8493, section 2.2.3).
 *
 * @param holes by path as it is on the disk
 */
record FetchList(Map<String, Hole> holes) {
  static final String FILE = "fetch.txt";

  private static final Pattern LINE =
      Pattern.compile("(\\S+)[ \t]+(\\d+|-)[ \t]+(.*\\S.*)", Pattern.DOTALL);
  // RFC 3986, section 4.3.
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");

  record Hole(Place place, String address) {}

  static FetchList read(BagFiles files, String bag, Strictness strictness) {
    FetchList list = new FetchList(new LinkedHashMap<>());
    if (files.has(FILE)) {
      List<TagFile.Line> lines =
          TagFile.read(
              files.file(FILE),
              bag + "/" + FILE,
              strictness.declaration().charset(),
              strictness.findings());
      if (lines != null) {
        lines.forEach(line -> list.read(line, files, strictness));
      }
    }
    return list;
  }

  private void read(TagFile.Line line, BagFiles files, Strictness strictness) {
    Matcher matcher = LINE.matcher(line.text());
    if (line.text().isBlank()) {
      strictness.oddity(line.place(), "an empty line lists nothing");
      return;
    }
    if (!matcher.matches() || !ABSOLUTE.matcher(matcher.group(1)).matches()) {
      strictness.error(
          "bad-fetch",
          line.place(),
          "here stands an absolute address, a length or '-', and a path");
      return;
    }
    String path = strictness.path(line.place(), matcher.group(3), false, files);
    if (path != null && holes.putIfAbsent(path, new Hole(line.place(), matcher.group(1))) != null) {
      strictness.oddity(line.place(), "'" + path + "' is to be fetched twice");
    }
  }
}
