package offprint.makeup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Metadata;
import offprint.document.Wording;
import offprint.source.Findings;
import offprint.source.Place;

/**
 * What stands in a running head for words that are too long for it: the author's own short title, a
 * title as far as its colon or dash, the first of several authors.
 */
public final class RunningHeads {
  /** Where a title may be cut: its main part ends there. */
  private static final Pattern CUT =
      Pattern.compile(
          "[\\s\\u00A0\\u202F]*[:;|](?=\\s)|\\s*\u2014|\\s[\u2013-](?=\\s)|(?<=[?!])\\s");

  private final Map<String, List<String>> known = new LinkedHashMap<>();
  private final Findings findings;
  private final Place place;
  private final Map<String, Boolean> told = new LinkedHashMap<>();

  /**
   * Of words of which nothing is known.
   *
   * @param place of the article, for what has no form that is short enough
   */
  public RunningHeads(Findings findings, Place place) {
    this.findings = findings;
    this.place = place;
  }

  /** Of an article's title and authors. */
  public RunningHeads(Metadata metadata, Findings findings, Place place) {
    this(findings, place);
    String shortTitle = metadata.shortTitle();
    if (shortTitle != null) {
      known.put(metadata.title(), List.of(shortTitle));
    }
    if (!metadata.authors().isEmpty()) {
      Wording wording = Wording.of(metadata.language());
      known.put(wording.names(names(metadata)), shorter(metadata.authors(), wording));
    }
  }

  private static List<String> names(Metadata metadata) {
    return metadata.authors().stream().map(Metadata.Author::name).toList();
  }

  private static List<String> shorter(List<Metadata.Author> authors, Wording wording) {
    List<String> surnames = authors.stream().map(RunningHeads::surname).toList();
    List<String> shorter = new ArrayList<>();
    shorter.add(wording.names(surnames));
    if (authors.size() > 2) {
      shorter.add(authors.getFirst().name() + " " + Wording.AND_OTHERS);
    }
    if (authors.size() > 1) {
      shorter.add(surnames.getFirst() + " " + Wording.AND_OTHERS);
    }
    return shorter;
  }

  private static String surname(Metadata.Author author) {
    int comma = author.fileAs().indexOf(',');
    return comma < 0 ? author.name() : author.fileAs().substring(0, comma);
  }

  /** All that can stand for these words, which come first, from the longest on. */
  List<String> forms(String words) {
    List<String> forms = new ArrayList<>();
    forms.add(words);
    forms.addAll(known.getOrDefault(words, List.of()));
    Matcher cut = CUT.matcher(words);
    List<String> parts = new ArrayList<>();
    while (cut.find()) {
      if (cut.start() > 0) {
        parts.addFirst(words.substring(0, cut.start()));
      }
    }
    forms.addAll(parts);
    return forms;
  }

  /** The words with an ellipsis behind as many of them as fit, and a finding. */
  String abridged(String words, Predicate<String> fits) {
    String rest = words;
    while (rest.contains(" ") && !fits.test(rest + "\u2026")) {
      rest = rest.substring(0, rest.lastIndexOf(' '));
    }
    String abridged = rest.replaceAll("[\\p{P}\\s]+$", "") + "\u2026";
    if (told.put(words, true) == null) {
      findings.info(
          "running-head",
          place,
          "'" + words + "' is too long for the head of a page, which says '" + abridged + "'",
          "a 'short-title' in the front matter goes there instead of the title");
    }
    return abridged;
  }
}
