package offprint.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People's names in running text. */
final class Names {
  /**
   * @param role what stands behind the name, after a comma
   */
  record Person(String name, @Nullable String role) {}

  private static final Pattern AND = Pattern.compile(",?\\s+(?:and|&|und|et|y|e)\\s+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "del", "della", "dello", "degli", "di", "du", "des", "la",
          "le", "las", "los", "van", "von", "vom", "der", "den", "zu", "zum", "zur", "ter", "ten",
          "te", "het", "'t", "’t", "op", "af", "av", "bin", "bint", "ibn", "ben", "binti", "abu",
          "al", "el", "ul", "ud", "ur", "us", "uz", "e", "y", "i", "san", "st.", "tot", "auf",
          "the");
  private static final Pattern PREFIXED =
      Pattern.compile("(?:al|el|ul|ud|ur|as|ad|an|ash|at|az|d|l|dell|dall|o)[-'’‘ʼ](\\p{Lu}.*)");

  // Words that make a capitalised phrase behind "By" anything but a person.
  private static final Set<String> NO_NAMES =
      Set.of(
          "executive",
          "order",
          "phase",
          "the",
          "a",
          "an",
          "all",
          "any",
          "every",
          "each",
          "early",
          "late",
          "mid",
          "next",
          "last",
          "this",
          "these",
          "that",
          "our",
          "my",
          "your",
          "their",
          "his",
          "her",
          "its",
          "law",
          "contrast",
          "comparison",
          "default",
          "definition",
          "design",
          "popular",
          "demand",
          "decree",
          "royal",
          "numbers",
          "chapter",
          "section",
          "part",
          "step",
          "stage",
          "invitation",
          "only",
          "far",
          "now",
          "then",
          "when",
          "what",
          "means",
          "accident",
          "nature",
          "and",
          "or",
          "of",
          "in",
          "to",
          "for",
          "with",
          "from",
          "at",
          "on",
          "not",
          "no",
          "end",
          "quarter",
          "spring",
          "autumn",
          "decade",
          "century",
          "act",
          "treaty",
          "resolution",
          "presidential",
          "parliament",
          "congress",
          "committee");
  // Names that are months too: Theresa May, June Carter, August Wilson.
  private static final Set<String> NAMES_OF_BOTH =
      Set.of("april", "may", "june", "august", "jan", "mar", "mars", "mai", "avril", "augustus");
  private static final Set<String> SUFFIXES =
      Set.of(
          "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq.", "esq");
  private static final Set<String> HONORIFICS =
      Set.of(
          "dr",
          "dr.",
          "prof",
          "prof.",
          "professor",
          "mr",
          "mr.",
          "mrs",
          "mrs.",
          "ms",
          "ms.",
          "sir",
          "dame",
          "lord",
          "lady");

  private Names() {}

  /**
   * The people that a byline names, behind its "By": {@code A, B and C} are three; in {@code A, B}
   * the second is a role. Empty unless all of it are names.
   */
  static List<Person> people(String text) {
    List<String> parts = List.of(AND.split(text.strip()));
    List<Person> people = new ArrayList<>();
    // The y of "Ramón y Cajal" is a particle, that of "Ana López y Juan Pérez" parts two people.
    boolean one = parts.size() == 1 || !areNames(text) && nameWithRole(text).isPresent();
    if (one) {
      return nameWithRole(text).map(List::of).orElse(List.of());
    }
    for (int i = 0; i < parts.size(); i++) {
      List<String> names = i == parts.size() - 1 ? List.of(parts.get(i)) : commas(parts.get(i));
      for (String name : names) {
        if (!isName(name)) {
          return List.of();
        }
        people.add(new Person(words(name), null));
      }
    }
    return Collections.unmodifiableList(people);
  }

  // "Ann Lee, Head of Research and Development" is one person with a role; "Ann Lee, Bo Ek and Cy
  // Orr" are three.
  private static Optional<Person> nameWithRole(String text) {
    int comma = commaBehindName(text);
    String name = comma < 0 ? text : text.substring(0, comma);
    String role = comma < 0 ? null : text.substring(comma + 1).strip();
    boolean fits =
        isName(name)
            && (role == null || isRole(role) && !(AND.matcher(role).find() && areNames(role)));
    return fits ? Optional.of(new Person(words(name), role)) : Optional.empty();
  }

  private static boolean areNames(String text) {
    for (String part : AND.split(text)) {
      for (String name : commas(part)) {
        if (!isName(name)) {
          return false;
        }
      }
    }
    return true;
  }

  // The comma of "Martin Luther King, Jr." belongs to the name.
  private static int commaBehindName(String text) {
    int comma = text.indexOf(',');
    while (comma >= 0) {
      String next = BLANKS.split(text.substring(comma + 1).strip(), 2)[0].replace(",", "");
      if (!SUFFIXES.contains(next.toLowerCase(Locale.ROOT))) {
        return comma;
      }
      comma = text.indexOf(',', comma + 1);
    }
    return -1;
  }

  private static List<String> commas(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    for (int comma = commaBehindName(rest); comma >= 0; comma = commaBehindName(rest)) {
      parts.add(rest.substring(0, comma).strip());
      rest = rest.substring(comma + 1);
    }
    if (!rest.isBlank()) {
      parts.add(rest.strip());
    }
    return parts;
  }

  private static boolean isRole(String role) {
    if (role.isEmpty() || role.length() > 100 || role.matches(".*[.!?;:]")) {
      return false;
    }
    return Character.isUpperCase(role.codePointAt(0))
        || Character.isLetter(role.codePointAt(0)) && role.split(" ").length <= 8;
  }

  /** Whether the text can only be a person's name: two words at least that begin with a capital. */
  static boolean isName(String text) {
    String[] words = BLANKS.split(text.strip().replace(",", ""));
    int capitals = 0;
    for (String word : words) {
      String folded = word.toLowerCase(Locale.ROOT);
      boolean particle = PARTICLES.contains(word);
      if (!particle
          && (!isNamePart(word)
              || NO_NAMES.contains(folded)
              || WrittenDate.isCalendarWord(folded) && !NAMES_OF_BOTH.contains(folded))) {
        return false;
      }
      boolean title = HONORIFICS.contains(folded) || SUFFIXES.contains(folded);
      capitals += particle || title ? 0 : 1;
    }
    boolean enough = capitals >= 2 || capitals == 1 && isUndivided(text.strip());
    String last = words[words.length - 1];
    return enough && words.length <= 8 && !PARTICLES.contains(last) && !isSentenceEnd(last);
  }

  // "J." and "Jr." end in a point, a surname does not.
  private static boolean isSentenceEnd(String word) {
    return word.endsWith(".")
        && word.codePointCount(0, word.length()) > 2
        && !SUFFIXES.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether every word begins as a name's does, though what they say may be no name. */
  static boolean isNameLike(String text) {
    List<String> words = List.of(BLANKS.split(text.strip()));
    return words.size() >= 2
        && words.size() <= 8
        && words.stream().allMatch(w -> isNamePart(w) || w.matches("\\d+"))
        && words.stream().noneMatch(Names::isSentenceEnd);
  }

  /** Whether the text is one word such as a name has. */
  static boolean isWord(String text) {
    return isNamePart(text.strip())
        && !NO_NAMES.contains(text.strip().toLowerCase(Locale.ROOT))
        && !WrittenDate.isCalendarWord(text.strip());
  }

  private static boolean isNamePart(String word) {
    String bare = word.replaceAll("^[\"“„«(]|[\"”“»)]$", "");
    if (bare.isEmpty() || !bare.codePoints().allMatch(Names::isNameCharacter)) {
      return false;
    }
    int first = bare.codePointAt(0);
    return Character.isUpperCase(first)
        || Character.isTitleCase(first)
        || Character.getType(first) == Character.OTHER_LETTER
        || Character.UnicodeScript.of(first) == Character.UnicodeScript.GEORGIAN // caseless in use
        || PREFIXED.matcher(bare).matches();
  }

  private static boolean isNameCharacter(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || "'’‘ʼ-‐‑.·・\u200c\u200d".indexOf(c) >= 0;
  }

  // Chinese, Japanese and Korean names are written without a blank.
  private static boolean isUndivided(String name) {
    int length = name.codePointCount(0, name.length());
    return length >= 2
        && length <= 12
        && name.codePoints().allMatch(c -> isEastAsian(c) || c == '·' || c == '・');
  }

  private static boolean isEastAsian(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> c == 'ー';
    };
  }

  /**
   * A name as it is sorted, the surname first: {@code Nawaz, Nawal}. Particles of a surname stay
   * with it, so that {@code Ludwig van Beethoven} gives {@code van Beethoven, Ludwig}. One word,
   * and a name in East Asian characters, is as it is.
   */
  static String fileAs(String name) {
    List<String> words = new ArrayList<>(List.of(BLANKS.split(words(name).replace(",", ""))));
    while (words.size() > 1 && HONORIFICS.contains(words.get(0).toLowerCase(Locale.ROOT))) {
      words.remove(0);
    }
    String suffix = "";
    while (words.size() > 2 && SUFFIXES.contains(words.getLast().toLowerCase(Locale.ROOT))) {
      suffix = ", " + words.removeLast() + suffix;
    }
    if (words.size() < 2 || isEastAsian(words.get(0).codePointAt(0))) {
      return String.join(" ", words) + suffix;
    }
    int surname = words.size() - 1;
    while (surname > 1 && PARTICLES.contains(words.get(surname - 1))) {
      surname--;
    }
    return String.join(" ", words.subList(surname, words.size()))
        + ", "
        + String.join(" ", words.subList(0, surname))
        + suffix;
  }

  /** What a name is called by alone, with its particles and without. */
  static List<String> surnames(String name) {
    String sorted = fileAs(name);
    int comma = sorted.indexOf(',');
    if (comma < 0) {
      return List.of();
    }
    String surname = sorted.substring(0, comma);
    String last = surname.substring(surname.lastIndexOf(' ') + 1);
    return last.equals(surname) ? List.of(surname) : List.of(surname, last);
  }

  /** A name written surname first, {@code Nawaz, Nawal}, turned round; another as it is. */
  static String inOrder(String name) {
    List<String> parts = commas(name);
    boolean turned =
        parts.size() == 2 && isWord(parts.get(0)) && parts.get(1).split(" ").length <= 3;
    return turned ? parts.get(1) + " " + parts.get(0) : words(name);
  }

  static String words(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ");
  }
}
