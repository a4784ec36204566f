package offprint.glyph;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * The faces at hand, found by family, size, weight and slope. A file is read when a face of it is
 * first wanted, and once. For one thread.
 */
public final class FontBook {
  private static final Pattern LINE =
      Pattern.compile("(\\S.*?)\\s+(\\d+)\\s+(normal|italic)\\s+([\\d.]+)\\s+(\\S+)\\s+(\\S+)");

  private static final Pattern FONT =
      Pattern.compile("\\.(ttf|otf|ttc|otc)$", Pattern.CASE_INSENSITIVE);

  /** What style sheets call the families by kind (CSS Fonts 4, section 2.1.3). */
  private static final Map<String, String> GENERIC =
      Map.of(
          "serif", "source serif 4",
          "sans-serif", "source sans 3",
          "monospace", "source code pro");

  private final Map<String, List<Cut>> families = new LinkedHashMap<>();
  private final boolean looksAround;
  private final Map<Cut, Face> loaded;
  private final Map<Face, Path> found = new IdentityHashMap<>();
  private final Set<Cut> consulted = new LinkedHashSet<>();
  private final Set<String> served = new HashSet<>();
  private final Map<Wish, List<Cut>> granted = new HashMap<>();
  private @Nullable MachineFaces machine;

  private FontBook(List<Cut> cuts, boolean looksAround) {
    this(cuts, looksAround, new HashMap<>());
  }

  private FontBook(List<Cut> cuts, boolean looksAround, Map<Cut, Face> loaded) {
    this.looksAround = looksAround;
    this.loaded = loaded;
    for (Cut cut : cuts) {
      families.computeIfAbsent(key(cut.family()), name -> new ArrayList<>()).add(cut);
    }
  }

  /** The faces that the press carries. */
  public static FontBook bundled() {
    return new FontBook(index(), false);
  }

  /**
   * The faces that the press carries, and those it is given.
   *
   * @param given files, and folders of files; a face of theirs helps out before the press's own
   * @param looksAround whether faces for East Asia may be looked for on the machine
   * @param findings where a file is of no use
   */
  public static FontBook with(List<Path> given, boolean looksAround, Findings findings) {
    List<Cut> cuts = new ArrayList<>();
    for (Path path : given) {
      cuts.addAll(cuts(path, findings));
    }
    cuts.addAll(index());
    return new FontBook(cuts, looksAround);
  }

  /**
   * A face that a theme brings along.
   *
   * @param place where the theme names it
   */
  public record Brought(String family, int weight, boolean italic, byte[] file, Place place) {}

  /**
   * This book for one article, with its theme's faces. A family of theirs stands for all faces of
   * its name; where a text does not ask for it, it helps out last.
   *
   * @param findings where a file is of no use
   */
  public FontBook and(List<Brought> faces, Findings findings) {
    List<Cut> own = new ArrayList<>();
    for (Brought face : faces) {
      FontFile file = new FontFile.Brought(face.file);
      try {
        FontFile.cuts(file);
        own.add(new Cut(face.family, face.weight, face.italic, 0, null, null, file));
      } catch (FontFile.Unfit e) {
        findings.warning(
            "unfit-font",
            face.place,
            "the font is of no use: " + e.getMessage(),
            "give a TrueType or OpenType file (.ttf, .otf)");
      }
    }
    Set<String> names = own.stream().map(cut -> key(cut.family())).collect(Collectors.toSet());
    List<Cut> cuts = new ArrayList<>();
    families.forEach((name, others) -> cuts.addAll(names.contains(name) ? List.of() : others));
    cuts.addAll(own);
    return new FontBook(cuts, looksAround, loaded);
  }

  /**
   * A file that is not the press's own.
   *
   * @param bytes its content, not to be changed by whoever holds it
   * @param given whether it was given to the press, rather than found on the machine
   * @param free whether its maker lets it be passed on within a document that can be changed
   */
  public record Outside(String name, byte[] bytes, boolean given, boolean free) {}

  /**
   * The files that the article's faces came from, less those that the press carries and those of
   * the theme. With these alone, in this order, every text gets the same faces again.
   */
  public List<Outside> outside() {
    Map<Path, Outside> files = new LinkedHashMap<>();
    Stream.concat(families.values().stream().flatMap(List::stream), consulted.stream())
        .filter(cut -> consulted.contains(cut) && served.contains(cut.family()))
        .forEach(
            cut -> {
              if (cut.file() instanceof FontFile.OnMachine file) {
                files.computeIfAbsent(file.path(), path -> outside(file, face(cut)));
              }
            });
    return List.copyOf(files.values());
  }

  private static Outside outside(FontFile.OnMachine file, Face face) {
    return new Outside(
        String.valueOf(file.path().getFileName()), face.bytes(), !file.found(), face.isFree());
  }

  private static List<Cut> cuts(Path path, Findings findings) {
    List<Cut> cuts = new ArrayList<>();
    for (Path file : files(path)) {
      try {
        cuts.addAll(FontFile.cuts(new FontFile.OnMachine(file, false)));
      } catch (FontFile.Unfit e) {
        findings.error(
            "unfit-font",
            Place.of(file.toString()),
            "the font is of no use: " + e.getMessage(),
            "give a TrueType or OpenType file (.ttf, .otf, .ttc)");
      }
    }
    if (cuts.isEmpty() && !findings.hasErrors()) {
      findings.error("no-such-font", Place.of(path.toString()), "no font here", null);
    }
    return cuts;
  }

  private static List<Path> files(Path path) {
    if (!Files.isDirectory(path)) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(f -> FONT.matcher(f.toString()).find()).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * The face for a text, whatever its letters.
   *
   * @param families as style sheets name them, the preferred one first; names that are not in the
   *     book are passed over, and where none is, the serif serves
   * @param size in points, for the choice of the optical cut
   * @param weight 100 to 900; the nearest there is
   */
  public Face face(List<String> families, double size, int weight, boolean italic) {
    return served(face(cuts(new Wish(families, size, weight, italic, "")).getFirst()));
  }

  private Face served(Face face) {
    served.add(face.family());
    return face;
  }

  /**
   * The face for one character: the first of the families that has a glyph for it, then any other
   * of the book. Characters that show nothing (joiners, soft hyphens, variation selectors) are at
   * home in every face.
   *
   * @param language a BCP 47 tag: Urdu is written in another hand than Arabic, and shared
   *     ideographs differ
   * @return null where no face has it
   */
  public @Nullable Face face(
      List<String> families,
      double size,
      int weight,
      boolean italic,
      int codePoint,
      String language) {
    Wish wish = new Wish(families, size, weight, italic, form(language));
    List<Cut> cuts = cuts(wish);
    Face first = face(cuts.getFirst());
    if (has(cuts.getFirst(), codePoint) || DefaultIgnorable.is(codePoint)) {
      return served(first);
    }
    Face eastAsian = EastAsian.is(codePoint) ? eastAsian(wish, codePoint) : null;
    Face face = eastAsian != null ? eastAsian : covering(cuts, codePoint);
    return face == null ? null : served(face);
  }

  /**
   * The East Asian face for a mark that other scripts have too, as wide as an ideograph there.
   *
   * @return null where there is none
   */
  public @Nullable Face eastAsian(
      List<String> families,
      double size,
      int weight,
      boolean italic,
      int codePoint,
      String language) {
    Face face = eastAsian(new Wish(families, size, weight, italic, form(language)), codePoint);
    return face == null ? null : served(face);
  }

  /** Where a face was found that the press neither carries nor was given; null for all others. */
  public @Nullable Path foundAt(Face face) {
    return found.get(face);
  }

  // The faces given for these scripts, then those of the machine.
  private @Nullable Face eastAsian(Wish wish, int codePoint) {
    List<Cut> given = cuts(wish).stream().filter(Cut::isOnMachine).toList();
    for (Cut cut : given) {
      if (face(cut).covers('\u4e00') || face(cut).covers('\uac00')) {
        if (face(cut).covers(codePoint)) {
          return face(cut);
        }
      }
    }
    if (!looksAround) {
      return null;
    }
    if (machine == null) {
      machine = MachineFaces.find();
    }
    boolean sans = !face(cuts(wish).getFirst()).family().equals("Source Serif 4");
    Map<String, List<Cut>> byFamily = new LinkedHashMap<>();
    for (Cut cut : machine.cuts(sans)) {
      byFamily.computeIfAbsent(cut.family(), name -> new ArrayList<>()).add(cut);
    }
    return covering(
        byFamily.values().stream().map(wish::nearest).sorted(wish.byLanguage()).toList(),
        codePoint);
  }

  // What a face of ours has for private use means nothing to an article.
  private boolean has(Cut cut, int codePoint) {
    return face(cut).covers(codePoint)
        && (cut.isOnMachine() || Character.getType(codePoint) != Character.PRIVATE_USE);
  }

  private @Nullable Face covering(List<Cut> cuts, int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    for (Cut cut : cuts) {
      if (cut.serves(script) && has(cut, codePoint)) {
        return face(cut);
      }
    }
    // Marks that several scripts share, as the Arabic comma, are no script's own.
    boolean shared = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    for (Cut cut : cuts) {
      if (shared && !cut.serves(script) && has(cut, codePoint)) {
        return face(cut);
      }
    }
    return null;
  }

  // Nastaliq is the hand of these; elsewhere Arabic is read in Naskh.
  static String form(String language) {
    return switch (Locale.forLanguageTag(language).getLanguage()) {
      case "ur", "ks", "pnb", "skr" -> "ur";
      default -> EastAsian.form(language);
    };
  }

  /** One cut of each family, in the order of asking: the named families, then the others. */
  private List<Cut> cuts(Wish wish) {
    return granted.computeIfAbsent(wish, this::grant);
  }

  private List<Cut> grant(Wish wish) {
    Map<String, List<Cut>> named = new LinkedHashMap<>();
    for (String name : wish.families()) {
      String key = GENERIC.getOrDefault(key(name), key(name));
      List<Cut> cuts = families.get(key);
      if (cuts != null) {
        named.putIfAbsent(key, cuts);
      }
    }
    if (named.isEmpty()) {
      named.put("source serif 4", families.getOrDefault("source serif 4", List.of()));
    }
    Map<String, List<Cut>> others = new LinkedHashMap<>(families);
    others.keySet().removeAll(named.keySet());
    return Stream.concat(
            named.values().stream().map(wish::nearest),
            others.values().stream().map(wish::nearest).sorted(wish.byLanguage()))
        .toList();
  }

  private Face face(Cut cut) {
    Face face = loaded.get(cut);
    if (face == null) {
      face = cut.read();
      loaded.put(cut, face);
    }
    consulted.add(cut);
    if (cut.file() instanceof FontFile.OnMachine file && file.found()) {
      found.put(face, file.path());
    }
    return face;
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }

  static List<Cut> index() {
    String text = new String(new FontFile.Carried("index.txt").read(), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .map(FontBook::cut)
        .toList();
  }

  private static Cut cut(String line) {
    Matcher part = LINE.matcher(line);
    if (!part.matches()) {
      throw new IllegalStateException("a line of the index must have six columns: " + line);
    }
    String[] script = part.group(5).split(":", 2);
    return new Cut(
        part.group(1),
        Integer.parseInt(part.group(2)),
        part.group(3).equals("italic"),
        Double.parseDouble(part.group(4)),
        script[0].equals("*") ? null : UnicodeScript.forName(script[0]),
        script.length == 1 ? null : script[1],
        new FontFile.Carried(part.group(6)));
  }
}
