package offprint.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The faces at hand, found by family, size, weight and slope. A file is read when a face of it is
 * first wanted, and once. For one thread.
 */
public final class FontBook {
  private static final String FOLDER = "/fonts/";
  private static final Pattern LINE =
      Pattern.compile("(\\S.*?)\\s+(\\d+)\\s+(normal|italic)\\s+([\\d.]+)\\s+(\\S+)\\s+(\\S+)");

  /** What style sheets call the families by kind (CSS Fonts 4, section 2.1.3). */
  private static final Map<String, String> GENERIC =
      Map.of(
          "serif", "source serif 4",
          "sans-serif", "source sans 3",
          "monospace", "source code pro");

  private final Map<String, List<Cut>> families;
  private final Map<Cut, Face> loaded = new HashMap<>();
  private final Map<Wish, List<Cut>> granted = new HashMap<>();

  private FontBook(Map<String, List<Cut>> families) {
    this.families = families;
  }

  /** The faces that the press carries. */
  public static FontBook bundled() {
    Map<String, List<Cut>> families = new LinkedHashMap<>();
    for (Cut cut : index()) {
      families.computeIfAbsent(key(cut.family), name -> new ArrayList<>()).add(cut);
    }
    return new FontBook(families);
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
    return face(cuts(families, size, weight, italic).getFirst());
  }

  /**
   * The face for one character: the first of the families that has a glyph for it, then any other
   * of the book. Characters that show nothing (joiners, soft hyphens, variation selectors) are at
   * home in every face.
   *
   * @return null where no face has it
   */
  public @Nullable Face face(
      List<String> families, double size, int weight, boolean italic, int codePoint) {
    List<Cut> cuts = cuts(families, size, weight, italic);
    Face first = face(cuts.getFirst());
    if (first.covers(codePoint) || DefaultIgnorable.is(codePoint)) {
      return first;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    for (Cut cut : cuts) {
      if (cut.serves(script) && face(cut).covers(codePoint)) {
        return face(cut);
      }
    }
    return null;
  }

  /** One cut of each family, in the order of asking: the named families, then the others. */
  private List<Cut> cuts(List<String> names, double size, int weight, boolean italic) {
    return granted.computeIfAbsent(new Wish(names, size, weight, italic), this::grant);
  }

  private List<Cut> grant(Wish wish) {
    Map<String, List<Cut>> order = new LinkedHashMap<>();
    for (String name : wish.families) {
      String key = GENERIC.getOrDefault(key(name), key(name));
      List<Cut> cuts = families.get(key);
      if (cuts != null) {
        order.putIfAbsent(key, cuts);
      }
    }
    families.forEach(order::putIfAbsent);
    return order.values().stream().map(wish::nearest).toList();
  }

  private Face face(Cut cut) {
    return loaded.computeIfAbsent(cut, Cut::read);
  }

  private static String key(String family) {
    return family.toLowerCase(Locale.ROOT);
  }

  static List<Cut> index() {
    String text = new String(resource("index.txt"), StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
        .map(Cut::of)
        .toList();
  }

  private static byte[] resource(String path) {
    try (InputStream in = FontBook.class.getResourceAsStream(FOLDER + path)) {
      if (in == null) {
        throw new IllegalStateException("the index names only files that are there: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A line of the index.
   *
   * @param from the smallest size it is drawn for, in points
   * @param script the only one it is asked for as a help, null for any
   */
  record Cut(
      String family,
      int weight,
      boolean italic,
      double from,
      @Nullable UnicodeScript script,
      String file) {

    static Cut of(String line) {
      Matcher part = LINE.matcher(line);
      if (!part.matches()) {
        throw new IllegalStateException("a line of the index must have six columns: " + line);
      }
      return new Cut(
          part.group(1),
          Integer.parseInt(part.group(2)),
          part.group(3).equals("italic"),
          Double.parseDouble(part.group(4)),
          part.group(5).equals("*") ? null : UnicodeScript.forName(part.group(5)),
          part.group(6));
    }

    boolean serves(UnicodeScript wanted) {
      return script == null || script == wanted;
    }

    Face read() {
      return new Face(family, weight, italic, resource(file));
    }
  }

  /** What a text asks of its face. */
  private record Wish(List<String> families, double size, int weight, boolean italic) {
    Wish {
      families = List.copyOf(families);
    }

    /** The slope counts before the weight, the weight before the size. */
    Cut nearest(List<Cut> cuts) {
      Cut best = cuts.getFirst();
      for (Cut cut : cuts) {
        if (compare(cut, best) < 0) {
          best = cut;
        }
      }
      return best;
    }

    private int compare(Cut a, Cut b) {
      int slope = Boolean.compare(a.italic != italic, b.italic != italic);
      int heaviness = Integer.compare(off(a), off(b));
      return slope != 0 ? slope : heaviness != 0 ? heaviness : Double.compare(misfit(a), misfit(b));
    }

    // Between two that are as near, the text's own side of medium wins (CSS Fonts 4, section 5.2).
    private int off(Cut cut) {
      boolean away = weight > 500 ? cut.weight < weight : cut.weight > weight;
      return 2 * Math.abs(cut.weight - weight) + (away ? 1 : 0);
    }

    // A cut for smaller sizes is too sturdy but reads; one for larger sizes is too fine.
    private double misfit(Cut cut) {
      return cut.from <= size ? size - cut.from : 10_000 + cut.from - size;
    }
  }
}
