package offprint.web;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Sighting;
import offprint.json.Json;
import offprint.json.Members;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * {@code links.lock.json}, which all articles of a folder share: what is known of each address they
 * lead to, the addresses in order, so that a further look changes few lines. Members that we do not
 * know are kept.
 */
public final class LockFile {
  public static final String NAME = "links.lock.json";

  private static final long VERSION = 1;
  private static final Set<String> OURS =
      Set.of("status", "checked", "redirect", "permanent", "archived");

  private final Map<String, Object> others;
  private final SortedMap<String, Entry> entries;

  private record Entry(Sighting sighting, Map<String, Object> others) {}

  private LockFile(Map<String, Object> others, Map<String, Entry> entries) {
    this.others = Collections.unmodifiableMap(others);
    this.entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** The article with what the file beside it says of its links. */
  public static Document look(Document document, Findings findings) {
    Path folder = document.source().folder();
    LockFile lock =
        folder == null || document.links().entries().isEmpty()
            ? null
            : read(folder, nameBeside(document.source()), findings);
    return lock == null ? document : document.with(document.links().seen(lock::get));
  }

  /** As findings call the file beside an article. */
  public static String nameBeside(Source article) {
    return Path.of(article.name()).resolveSibling(NAME).toString();
  }

  /**
   * What a folder's file says; nothing where there is none, and null, with findings, where it
   * cannot be read.
   *
   * @param name as findings call it
   */
  public static @Nullable LockFile read(Path folder, String name, Findings findings) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return new LockFile(Map.of(), Map.of());
    }
    try {
      return read(Files.readString(file), name, findings);
    } catch (CharacterCodingException e) {
      findings.error(
          "unreadable-json", Place.of(name), "this is not in UTF-8", "mend it, or take it away");
    } catch (IOException e) {
      findings.error("unreadable", Place.of(name), "the file cannot be read", null);
    }
    return null;
  }

  static @Nullable LockFile read(String text, String name, Findings findings) {
    Findings own = new Findings();
    Members file = Json.read(text, name, own);
    Map<String, Entry> entries = new TreeMap<>();
    Map<String, Object> others = new LinkedHashMap<>();
    if (file != null) {
      Long version = file.number("version");
      Members links = file.object("links");
      if (links == null || version == null) {
        own.error(
            "foreign-lock",
            Place.of(name),
            "this is no file of Offprint's: it has no 'version' or no 'links'",
            "move it: 'offprint links check' writes a file of this name");
      } else if (version > VERSION) {
        own.error(
            "later-version",
            Place.of(name),
            "a later Offprint wrote this, in version " + version + " of its form",
            "use that Offprint, or take the file away and check the links anew");
      } else {
        for (String page : links.names()) {
          Members entry = links.object(page);
          if (entry != null) {
            entries.put(page, new EntryReader(entry, name, own).read());
          }
        }
      }
      others = unknown(file, Set.of("version", "links"));
    }
    findings.add(own);
    return own.hasErrors() ? null : new LockFile(others, entries);
  }

  private static Map<String, Object> unknown(Members members, Set<String> known) {
    Map<String, Object> others = new LinkedHashMap<>();
    for (String name : members.names()) {
      if (!known.contains(name)) {
        others.put(name, members.asWritten(name));
      }
    }
    return others;
  }

  private record EntryReader(Members members, String file, Findings findings) {
    Entry read() {
      Members copy = members.object("archived");
      Sighting sighting =
          new Sighting(
              members.word("status"),
              parsed(members, "checked", Instant::parse, "a date and time in UTC"),
              parsed(members, "redirect", EntryReader::web, "a web address"),
              members.flag("permanent"),
              copy == null ? null : copy(copy));
      return new Entry(sighting, unknown(members, OURS));
    }

    private Sighting.@Nullable Copy copy(Members copy) {
      String address = parsed(copy, "address", EntryReader::web, "a web address");
      LocalDate date = parsed(copy, "date", LocalDate::parse, "a date such as 2026-11-23");
      if (address != null && date != null) {
        return new Sighting.Copy(address, date);
      }
      if (copy.text("address") == null || copy.text("date") == null) {
        wrong(copy.path() + " lacks an address or a date");
      }
      return null;
    }

    private <T> @Nullable T parsed(
        Members of, String name, Function<String, @Nullable T> parser, String wanted) {
      String written = of.text(name);
      if (written == null) {
        return null;
      }
      T value = null;
      try {
        value = parser.apply(written);
      } catch (DateTimeParseException e) {
        // It is told below, with the others.
      }
      if (value == null) {
        wrong(of.path() + "." + name + " is not " + wanted);
      }
      return value;
    }

    private static @Nullable String web(String written) {
      return written.matches("(?i)https?://[^\\s\\p{Cntrl}]+") ? written : null;
    }

    private void wrong(String message) {
      findings.error("unexpected-json", Place.of(file), message, "mend it, or take the file away");
    }
  }

  /**
   * @param page an address without its fragment
   */
  public @Nullable Sighting get(String page) {
    Entry entry = entries.get(page);
    return entry == null ? null : entry.sighting;
  }

  /** The addresses, in order. */
  public Set<String> pages() {
    return entries.keySet();
  }

  /** The same with what was seen since. */
  public LockFile with(Map<String, Sighting> sightings) {
    Map<String, Entry> all = new TreeMap<>(entries);
    sightings.forEach(
        (page, sighting) -> {
          Entry before = entries.get(page);
          all.put(page, new Entry(sighting, before == null ? Map.of() : before.others));
        });
    return new LockFile(others, all);
  }

  /** The same without all other addresses. */
  public LockFile only(Set<String> pages) {
    Map<String, Entry> kept = new TreeMap<>(entries);
    kept.keySet().retainAll(pages);
    return new LockFile(others, kept);
  }

  /**
   * What an article's editions say of its links, as the file's text: with it beside the article,
   * the same editions come of it. It says nothing of what they do not show, so that a further look
   * that finds all in place makes no other editions. Null where that is nothing.
   */
  public static @Nullable String text(LinkList links) {
    Map<String, Entry> known = new TreeMap<>();
    for (LinkList.Entry link : links.entries()) {
      Sighting shown = link.seen() == null ? null : link.seen().shown();
      if (shown != null) {
        known.put(link.page(), new Entry(shown, Map.of()));
      }
    }
    return known.isEmpty() ? null : new LockFile(Map.of(), known).text();
  }

  /** The file's text. */
  public String text() {
    Map<String, Object> links = new LinkedHashMap<>();
    entries.forEach((page, entry) -> links.put(page, members(entry)));
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", VERSION);
    file.putAll(others);
    file.put("links", links);
    return Json.write(file);
  }

  private static Map<String, Object> members(Entry entry) {
    Sighting seen = entry.sighting;
    Map<String, Object> members = new LinkedHashMap<>();
    String status = seen.status();
    if (status != null) {
      members.put("status", status.matches("\\d{1,9}") ? Integer.valueOf(status) : status);
    }
    if (seen.checked() != null) {
      members.put("checked", seen.checked().toString());
    }
    if (seen.redirect() != null) {
      members.put("redirect", seen.redirect());
    }
    if (seen.permanent()) {
      members.put("permanent", true);
    }
    Sighting.Copy copy = seen.copy();
    if (copy != null) {
      Map<String, Object> archived = new LinkedHashMap<>();
      archived.put("address", copy.address());
      archived.put("date", copy.date().toString());
      members.put("archived", archived);
    }
    members.putAll(entry.others);
    return members;
  }
}
