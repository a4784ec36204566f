package offprint.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that are ours, not the author's, in the article's language: labels, headings, the line
 * about links without an address. The same in both editions. English where we do not know the
 * language.
 *
 * <p>They are read from the files in {@code wording/}, of which {@code en.txt} says how they are
 * written. The months are among them because the JDK's (CLDR's) change from one release to the
 * next, and the bytes would with them.
 */
public final class Wording {
  /** Behind words whose link had no address, where {@link Settings.Placeholders#MARK} is asked. */
  public static final String PLACEHOLDER_MARK = "†";

  /** Behind the first of several authors; Latin, as scholars of all languages write it. */
  public static final String AND_OTHERS = "et al.";

  private static final String FOLDER = "/wording/";

  /** What is said stands here. */
  private static final String GAP = "{}";

  /** From our years to those of the Buddhist Era. */
  private static final int THAI_YEARS = 543;

  private static final Map<String, Wording> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, String> words = new LinkedHashMap<>();
  private final @Nullable String foreign;

  private Wording(Locale locale) {
    read("en");
    String language = locale.getLanguage();
    // Of what is written in Norway nearly all is Bokmål, and the other is nearer to it than
    // English.
    boolean isKnown = read(language.equals("no") || language.equals("nn") ? "nb" : language);
    foreign = isKnown ? null : "en";
    if (!isKnown) {
      // Our labels are English then; names and dates, the author's, take no English form.
      read("und");
    }
    if (language.equals("zh") && isTraditional(locale)) {
      read("zh-Hant");
    }
    read(language + "-" + locale.getCountry());
  }

  private static boolean isTraditional(Locale locale) {
    return locale.getScript().isEmpty()
        ? List.of("TW", "HK", "MO").contains(locale.getCountry())
        : locale.getScript().equals("Hant");
  }

  /**
   * @param language a BCP 47 tag
   */
  public static Wording of(String language) {
    return KNOWN.computeIfAbsent(language, tag -> new Wording(Locale.forLanguageTag(tag)));
  }

  /** The language of our words where it is not the article's; names and dates are in none. */
  public @Nullable String foreign() {
    return foreign;
  }

  /** Reads what a file says over what is known; false where there is no such file. */
  private boolean read(String name) {
    try (InputStream in = Wording.class.getResourceAsStream(FOLDER + name + ".txt")) {
      if (in == null) {
        return false;
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.replace('~', '\u00A0').split(": ", 2))
          .forEach(line -> words.put(line[0], line[1]));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said(String key) {
    String said = words.get(key);
    if (said == null) {
      throw new IllegalStateException("en.txt must say '" + key + "'");
    }
    return said;
  }

  /** What stands before, between and behind what is said. */
  private List<String> around(String key) {
    return List.of(said(key).split("\\{}", -1));
  }

  /** What stands above an alert: the author's title, or what its kind is called. */
  public List<Inline> title(Block.Alert alert) {
    return alert.title() != null
        ? alert.title()
        : List.of(
            new Inline.Text(said(alert.kind().name().toLowerCase(Locale.ROOT)), alert.place()));
  }

  /** The heading of the table of contents. */
  public String contents() {
    return said("contents");
  }

  /** What the notes are called, all together. */
  public String notes() {
    return said("notes");
  }

  /** The heading of the closing list of links. */
  public String links() {
    return said("links");
  }

  /** What the article's own text is called. */
  public String text() {
    return said("text");
  }

  /** What the pages are called, all together. */
  public String pages() {
    return said("pages");
  }

  /** A task's state in words. */
  public String task(boolean done) {
    return said(done ? "done" : "open");
  }

  /** What a way back from a note or a list is called. */
  public String back() {
    return said("back");
  }

  /** What stands before the number of a page, and belongs to it. */
  public String beforePage() {
    return around("page").getFirst().replace(' ', '\u00A0');
  }

  /** What stands behind it. */
  public String behindPage() {
    return around("page").getLast().replace(' ', '\u00A0');
  }

  /**
   * What is said of a link that was looked at; it ends before the address of an archived copy where
   * there is one. Null where nothing need be said.
   */
  public @Nullable String seen(LinkList.Entry link) {
    List<String> said = new ArrayList<>();
    Sighting seen = link.seen();
    if (seen != null && seen.notFound() && seen.checked() != null) {
      LocalDate day = LocalDate.ofInstant(seen.checked(), ZoneOffset.UTC);
      said.add(said("not-found").replace(GAP, date(day)));
    }
    Sighting.Copy copy = link.copy();
    if (copy != null) {
      said.add(said("archived").replace(GAP, date(copy.date())));
    }
    return said.isEmpty() ? null : String.join(comma(), said);
  }

  /** What the part about the author is called where the author gave it no heading. */
  public String about(int count) {
    return said(count > 1 ? "abouts" : "about");
  }

  /** The authors as a byline names them: {@code A, B and C}. */
  public String names(List<String> names) {
    if (names.size() < 2) {
      return String.join(comma(), names);
    }
    int last = names.size() - 1;
    return String.join(comma(), names.subList(0, last)) + around("names").get(2) + names.get(last);
  }

  /** What stands between two of several. */
  private String comma() {
    return around("names").get(1);
  }

  /** A date as it is printed. */
  public String date(LocalDate date) {
    String month = said("months").split(", ")[date.getMonthValue() - 1];
    return said("date")
        .replace("{iso}", date.toString())
        .replace("{day}", String.valueOf(date.getDayOfMonth()))
        .replace("{month}", month)
        .replace("{year}", String.valueOf(date.getYear()))
        .replace("{thai-year}", String.valueOf(date.getYear() + THAI_YEARS));
  }

  /**
   * The line about links without an address, at least one: our words and theirs by turns, ours
   * first and last.
   */
  public List<String> placeholders(List<LinkList.Placeholder> links) {
    List<String> around = around(links.size() == 1 ? "placeholder" : "placeholders");
    List<String> said = new ArrayList<>();
    said.add(around.getFirst().replace("{count}", String.valueOf(links.size())));
    for (int i = 0; i < links.size(); i++) {
      said.add(links.get(i).words().strip());
      said.add(i < links.size() - 1 ? around.get(1) : around.getLast());
    }
    return said;
  }

  /**
   * What a reader who does not see is told.
   *
   * @param pictures whether there are any
   * @param described whether all of them are
   */
  public String summary(boolean pictures, boolean described) {
    String rest = !pictures ? "no-pictures" : described ? "described" : "undescribed";
    return said("summary").replace(GAP, said(rest));
  }
}
