package offprint.markdown;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import offprint.document.Inline.Target;
import offprint.document.LinkList;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** Finds where links lead, and numbers their addresses as they come. */
final class References {
  private static final Set<String> HARMFUL = Set.of("javascript", "vbscript", "data", "file");
  private static final int MOST_TOLD = 3;

  private final HeadingIds headings;
  private final Settings settings;
  private final @Nullable Address base;
  private final Findings findings;
  private final Map<String, Link> links = new LinkedHashMap<>();
  private final List<LinkList.Placeholder> placeholders = new ArrayList<>();
  private final TreeMap<Place, String> relative = new TreeMap<>(Tally.IN_ORDER);

  private record Link(int number, String address, String words, List<Place> places) {}

  /**
   * @param base what relative addresses are resolved against; null where nothing says it
   */
  References(HeadingIds headings, Settings settings, @Nullable String base, Findings findings) {
    this.headings = headings;
    this.settings = settings;
    this.base = base == null ? null : Address.of(base.strip());
    this.findings = findings;
  }

  /**
   * @param written the address as the author has it
   * @param words the link's words
   */
  Target target(String written, String words, Place place) {
    String address = written.strip();
    if (TemplateTags.isIn(address)) { // told of already
      placeholders.add(new LinkList.Placeholder(words, written, place));
      return new Target.Nowhere(written);
    }
    if (isPlaceholder(address)) {
      return nowhere(written, words, place);
    }
    if (address.startsWith("#")) {
      return anchor(address, words, place);
    }
    Address parts = Address.of(address);
    if (parts.scheme() != null) {
      return entry(address, words, place);
    }
    if (base != null && base.scheme() != null) {
      return entry(base.resolve(parts).toString(), words, place);
    }
    relative.put(place, address);
    return entry(address, words, place);
  }

  /** Tells of what one address of the article would mend, once for all its links. */
  void tell() {
    if (relative.isEmpty()) {
      return;
    }
    String first = "'" + relative.firstEntry().getValue() + "'";
    StringJoiner some = new StringJoiner(", ");
    relative.entrySet().stream()
        .limit(MOST_TOLD)
        .forEach(link -> some.add("'" + link.getValue() + "' in line " + link.getKey().line()));
    findings.warning(
        "relative-link",
        relative.firstKey(),
        relative.size() == 1
            ? "the link " + first + " is relative, and nothing says to what"
            : relative.size()
                + " links are relative, and nothing says to what: "
                + some
                + (relative.size() > MOST_TOLD ? ", ..." : ""),
        "say where the article was published, with 'source:' or --base-url");
  }

  // A browser drops blanks and control characters before it looks for a scheme, so they hide none.
  private static boolean isPlaceholder(String address) {
    StringBuilder visible = new StringBuilder();
    address.chars().filter(c -> c > ' ').forEach(c -> visible.append((char) c));
    String bare = visible.toString().toLowerCase(Locale.ROOT);
    int colon = bare.indexOf(':');
    return bare.isEmpty()
        || bare.equals("#")
        || bare.equals("#!")
        || bare.equals("about:blank")
        || bare.matches("[a-z][a-z0-9+.-]*:/*")
        || colon > 0 && HARMFUL.contains(bare.substring(0, colon));
  }

  private Target nowhere(String written, String words, Place place) {
    String named = words.isBlank() ? "a link without words" : "the link '" + words + "'";
    String message =
        written.isBlank()
            ? named + " has no address"
            : named + " has no address but '" + shortened(written) + "'";
    String hint = "write the address, or drop the link";
    if (settings.placeholders() == Settings.Placeholders.ERROR) {
      findings.error("link-without-address", place, message, hint);
    } else {
      findings.warning("link-without-address", place, message, hint);
    }
    placeholders.add(new LinkList.Placeholder(words, written, place));
    return new Target.Nowhere(written);
  }

  private Target anchor(String address, String words, Place place) {
    @Nullable String id = headings.find(decoded(address.substring(1)));
    if (id != null) {
      return new Target.Anchor(id);
    }
    findings.warning(
        "dead-fragment",
        place,
        "nothing in the article is called '" + address + "'",
        "link to a heading's id, such as '## Reefs {#reefs}' gives it");
    placeholders.add(new LinkList.Placeholder(words, address, place));
    return new Target.Nowhere(address);
  }

  private Target entry(String address, String words, Place place) {
    Link link =
        links.computeIfAbsent(
            Address.of(address).key(),
            key -> new Link(links.size() + 1, address, words, new ArrayList<>()));
    link.places().add(place);
    return new Target.Entry(link.number(), isBare(address, words));
  }

  private static boolean isBare(String address, String words) {
    return bare(address).equals(bare(words));
  }

  private static String bare(String address) {
    String bare = address.strip();
    for (String scheme : List.of("https://", "http://", "mailto:")) {
      if (bare.regionMatches(true, 0, scheme, 0, scheme.length())) {
        bare = bare.substring(scheme.length());
      }
    }
    return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static String decoded(String fragment) {
    if (fragment.indexOf('%') < 0) {
      return fragment;
    }
    try {
      // The decoder is for forms, where a plus sign is a blank.
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment;
    }
  }

  private static String shortened(String written) {
    return written.length() <= 60 ? written : written.substring(0, 60) + "...";
  }

  LinkList list() {
    LinkList.Mode mode = settings.links();
    return new LinkList(
        mode != null ? mode : LinkList.Mode.LIST,
        links.values().stream()
            .map(l -> new LinkList.Entry(l.number(), l.address(), l.words(), l.places()))
            .toList(),
        placeholders);
  }
}
