package offprint.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import offprint.document.Sighting;
import offprint.json.Json;
import offprint.json.Members;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an archived copy, with an archive that answers as the Wayback Machine's availability
 * service does (archive.org/help/wayback_api.php).
 */
final class ArchiveSearch {
  private static final int LENGTH = 64 * 1024;

  private final Asker asker;
  private final String service;

  /**
   * @param service the address that the page's is put behind
   */
  ArchiveSearch(Asker asker, String service) {
    this.asker = asker;
    this.service = service;
  }

  /** What is asked for a page. */
  static String request(String service, String page, LocalDate near) {
    return service
        + URLEncoder.encode(page, StandardCharsets.UTF_8)
        + "&timestamp="
        + near.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /**
   * The copy of a page that is nearest to a day; null where there is none.
   *
   * @throws NoAnswer where the archive gave none that we understand
   */
  Sighting.@Nullable Copy find(String page, LocalDate near) throws NoAnswer {
    URI uri = Asker.uri(request(service, page, near));
    if (uri == null) {
      throw new NoAnswer(NoAnswer.BAD_ADDRESS);
    }
    Asker.Answer answer = asker.ask(Asker.Method.GET, uri, LENGTH);
    Findings unread = new Findings();
    Members said =
        answer.status() != 200
            ? null
            : Json.read(new String(answer.body(), StandardCharsets.UTF_8), service, unread);
    if (said == null) {
      throw new NoAnswer(Integer.toString(answer.status()));
    }
    Members copies = said.object("archived_snapshots");
    Members closest = copies == null ? null : copies.object("closest");
    return closest == null ? null : copy(closest);
  }

  private Sighting.@Nullable Copy copy(Members closest) {
    String status = closest.word("status");
    String address = closest.text("url");
    String time = closest.text("timestamp");
    boolean whole = closest.flag("available") && (status == null || status.startsWith("2"));
    URI uri = whole && address != null ? Asker.uri(address) : null;
    if (uri == null || time == null || time.length() < 8) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(time.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
      return new Sighting.Copy(secure(uri.toString()), date);
    } catch (DateTimeException e) {
      return null;
    }
  }

  // The Wayback Machine tells its own pages without TLS, even to who asks with it.
  private String secure(String address) {
    return service.startsWith("https:") && address.startsWith("http:")
        ? "https:" + address.substring(5)
        : address;
  }
}
