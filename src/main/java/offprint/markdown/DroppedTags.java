package offprint.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import offprint.source.Findings;
import offprint.source.Place;
import org.jsoup.parser.Tag;

/** Tags of HTML that are not set: told of once for each name, where the first stands. */
final class DroppedTags {
  /** What is in them is no part of the text. */
  static final Set<String> WORDLESS = Set.of("script", "style");

  /** What they show is gone with them. */
  private static final Set<String> SHOWN =
      Set.of("audio", "canvas", "embed", "iframe", "input", "object", "svg", "video");

  private final Tally tally = new Tally();

  /**
   * @param name as its author wrote it
   */
  void add(String name, Place place) {
    tally.add(name, place);
  }

  void tell(Findings findings) {
    tally.each((name, where) -> tell(name, where, findings));
  }

  private static void tell(String name, SortedSet<Place> where, Findings findings) {
    String tag = "<" + name + ">";
    String times = Tally.times(where);
    String known = name.toLowerCase(Locale.ROOT);
    if (WORDLESS.contains(known)) {
      findings.warning(
          "html-dropped", where.first(), tag + " and what is in it are left out" + times, null);
    } else if (SHOWN.contains(known)) {
      findings.warning(
          "html-dropped",
          where.first(),
          "what " + tag + " shows cannot be printed, and is left out" + times,
          "put a picture or a link in its place");
    } else if (Tag.isKnownTag(known)) {
      findings.info(
          "html-dropped",
          where.first(),
          tag + " says nothing on paper; what is in it is set as any other text" + times,
          null);
    } else {
      findings.warning(
          "html-dropped",
          where.first(),
          tag + " was taken for a tag that HTML does not have, and is left out" + times,
          "if readers are to see it, put it between backticks: `" + tag + "`");
    }
  }
}
