package offprint.bag;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Creator;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;

/** What a bag of ours tells of itself (RFC 8493, section 2.2.2). */
final class BagLabel {
  private static final int LONGEST = 79;
  private static final String AGENT = "Bag-Software-Agent";
  private static final String SENDERS = "Internal-Sender-Identifier";
  private static final String OFFPRINT = "Offprint";

  private final StringBuilder lines = new StringBuilder();

  /**
   * @param date when the content was made ready; null where nobody knows
   * @param article the source's file name
   */
  BagLabel(
      CatalogueEntry entry, @Nullable LocalDate date, String article, Map<String, byte[]> payload) {
    String version = BagLabel.class.getPackage().getImplementationVersion();
    long octets = payload.values().stream().mapToLong(content -> content.length).sum();
    add("Source-Organization", entry.publisher());
    add("External-Description", description(entry));
    add("Bagging-Date", date == null ? null : date.toString());
    add("External-Identifier", entry.identifier());
    add(SENDERS, BagPath.encoded(article));
    add("Payload-Oxum", octets + "." + payload.size());
    add(AGENT, version == null ? OFFPRINT : OFFPRINT + " " + version);
  }

  private static String description(CatalogueEntry entry) {
    String title = entry.wholeTitle();
    String names = entry.creators().stream().map(Creator::name).collect(Collectors.joining("; "));
    return Stream.of(names.isEmpty() ? title : names + ". " + title, entry.description())
        .filter(words -> words != null)
        .collect(Collectors.joining(". "));
  }

  // Long lines are folded where there is a blank.
  private void add(String label, @Nullable String value) {
    if (value == null) {
      return;
    }
    StringBuilder line = new StringBuilder(label).append(':');
    for (String word : value.split(" ")) {
      if (line.length() + 1 + word.length() > LONGEST && line.charAt(line.length() - 1) != ':') {
        lines.append(line).append('\n');
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    lines.append(line).append('\n');
  }

  /** Whether a bag says that it is one of ours, of an article of this file name. */
  static boolean isOf(String article, BagFiles files, Findings findings) {
    Declaration ours = new Declaration("1.0", StandardCharsets.UTF_8);
    BagInfo info = BagInfo.read(files, "", new Strictness(ours, findings));
    return has(info, AGENT, OFFPRINT + "( .*)?")
        && has(info, SENDERS, Pattern.quote(BagPath.encoded(article)));
  }

  private static boolean has(BagInfo info, String label, String pattern) {
    return info.all(label).stream().anyMatch(element -> element.value().matches(pattern));
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
