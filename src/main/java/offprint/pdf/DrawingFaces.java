package offprint.pdf;

import static java.util.Objects.requireNonNull;

import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.TextContent;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import org.jspecify.annotations.Nullable;

/**
 * The faces that words in drawings are set in. A drawing names fonts that one machine has and
 * another has not, and java.awt takes what is there; so that the same drawing is the same
 * everywhere, its words get the press's own faces.
 */
final class DrawingFaces {
  // By what the press calls them here, so that no font of the machine goes by their name.
  private static final Map<String, String> FAMILIES =
      Map.of(
          "OffprintSans", "Source Sans 3",
          "OffprintSerif", "Source Serif 4",
          "OffprintMono", "Source Code Pro");
  private static final int NAME = 'n' << 24 | 'a' << 16 | 'm' << 8 | 'e';
  private static final Pattern MONO = Pattern.compile("mono|courier|consol|menlo|code|typewriter");
  private static final Pattern SERIF =
      Pattern.compile("serif|times|roman|georgia|garamond|palatino|cambria|charter|bookman");

  // A declaration in a style sheet or a style attribute, and how its value begins.
  private static final Pattern DECLARATION =
      Pattern.compile("(?i)(font-family\\s*:\\s*)(?=((?:&\\w+;|[^;}<>=]){0,80}))");

  private static final Pattern ASKED =
      Pattern.compile("(?i)font-family\\s*[:=]\\s*((?:&\\w+;|[^;}<>=]){0,80})");

  // For the whole program, and once.
  private static @Nullable Map<String, Face> registered;

  private final Set<String> asked = new TreeSet<>(Set.of("OffprintSans"));
  private boolean words;
  private boolean foreign;

  DrawingFaces(byte[] drawing) {
    Matcher found = ASKED.matcher(new String(drawing, StandardCharsets.ISO_8859_1));
    while (found.find()) {
      asked.add(family(found.group(1)));
    }
  }

  /** Looks for words in a drawing. */
  void look(DomElement root) {
    look(root, false);
  }

  private void look(DomElement element, boolean inWords) {
    boolean isWords = inWords || element.tagName().equals("text");
    words |= isWords;
    List<? extends DomElement> children = element.children();
    for (int i = -1; isWords && i < children.size(); i++) {
      for (TextContent.Segment segment : element.textContent().contentAfterChildIndex(i)) {
        foreign |= !segment.text().codePoints().allMatch(this::isCovered);
      }
    }
    children.forEach(child -> look(child, isWords));
  }

  /** Whether the drawing that was looked at has words that these faces have all letters for. */
  boolean serve() {
    return words && !foreign;
  }

  /** Whether it has others, which are left to the machine's fonts. */
  boolean leave() {
    return words && foreign;
  }

  private boolean isCovered(int codePoint) {
    return codePoint <= ' '
        || Character.getType(codePoint) == Character.FORMAT
        || asked.stream().allMatch(family -> requireNonNull(faces().get(family)).covers(codePoint));
  }

  /** Has a drawing ask for these faces; its style sheets must do so too. */
  static void give(DomElement root) {
    if (root.attribute("font-family") == null) {
      root.setAttribute("font-family", "");
    }
    each(root);
  }

  private static void each(DomElement element) {
    String asked = element.attribute("font-family");
    if (asked != null) {
      element.setAttribute("font-family", family(asked));
    }
    element.children().forEach(DrawingFaces::each);
  }

  /** A drawing whose style sheets ask for these faces before all others. */
  static byte[] inStyles(byte[] drawing) {
    // In whatever coding: what is looked for is ASCII.
    String text = new String(drawing, StandardCharsets.ISO_8859_1);
    return DECLARATION
        .matcher(text)
        .replaceAll(found -> found.group(1) + family(found.group(2)) + ", ")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String family(String asked) {
    String names = asked.toLowerCase(Locale.ROOT);
    if (MONO.matcher(names).find()) {
      return "OffprintMono";
    }
    return SERIF.matcher(names.replace("sans-serif", "")).find() ? "OffprintSerif" : "OffprintSans";
  }

  /** The plain face of each family. */
  private static synchronized Map<String, Face> faces() {
    Map<String, Face> faces = registered;
    if (faces == null) {
      faces = new HashMap<>();
      FontBook book = FontBook.bundled();
      for (Map.Entry<String, String> family : FAMILIES.entrySet()) {
        List<String> name = List.of(family.getValue());
        faces.put(family.getKey(), book.face(name, 10, 400, false));
        register(book.face(name, 10, 400, false), family.getKey());
        register(book.face(name, 10, 700, false), family.getKey());
        // The letters of the third, slanted, are more than its italic has.
        if (!family.getKey().equals("OffprintMono")) {
          register(book.face(name, 10, 400, true), family.getKey());
          register(book.face(name, 10, 700, true), family.getKey());
        }
      }
      registered = faces;
    }
    return faces;
  }

  private static void register(Face face, String family) {
    try {
      InputStream file = new ByteArrayInputStream(named(face.bytes(), family));
      Font font = Font.createFont(Font.TRUETYPE_FONT, file);
      GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("java.awt must read the press's own faces", e);
    }
  }

  // Family, full name and PostScript's (name IDs 1, 4 and 6; OpenType 1.9, name): a table more at
  // the file's end, and the directory leading there.
  private static byte[] named(byte[] font, String family) {
    byte[] name = family.getBytes(StandardCharsets.UTF_16BE);
    int start = (font.length + 3) / 4 * 4;
    ByteBuffer file = ByteBuffer.wrap(Arrays.copyOf(font, start + 6 + 3 * 12 + name.length));
    file.position(start);
    file.putShort((short) 0).putShort((short) 3).putShort((short) (6 + 3 * 12));
    for (int id : new int[] {1, 4, 6}) {
      file.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort((short) id);
      file.putShort((short) name.length).putShort((short) 0);
    }
    file.put(name);
    for (int record = 12; record < 12 + 16 * file.getShort(4); record += 16) {
      if (file.getInt(record) == NAME) {
        file.putInt(record + 8, start).putInt(record + 12, file.capacity() - start);
      }
    }
    return file.array();
  }
}
