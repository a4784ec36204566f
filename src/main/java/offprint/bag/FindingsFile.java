package offprint.bag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.json.Json;
import offprint.source.Finding;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** What was found when the article was set, for other tools to read. */
final class FindingsFile {
  private FindingsFile() {}

  /** A file of JSON. A place says no more than is known: no line for a file as a whole. */
  static String of(List<Finding> findings) {
    return Json.write(Map.of("findings", findings.stream().map(FindingsFile::members).toList()));
  }

  private static Map<String, @Nullable Object> members(Finding finding) {
    Place place = finding.place();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("severity", finding.severity().word());
    members.put("code", finding.code());
    members.put("file", place.file());
    members.put("line", place.line() == 0 ? null : place.line());
    members.put("column", place.column() == 0 ? null : place.column());
    members.put("message", finding.message());
    members.put("hint", finding.hint());
    return members;
  }
}
