package offprint.glyph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An OpenType face: its tables, as far as setting and drawing need them (OpenType 1.9). Compared by
 * identity; a {@link FontBook} loads each once.
 */
public final class Face {
  private final String family;
  private final int weight;
  private final boolean italic;
  private final byte[] bytes;
  private final int index;
  private final ByteBuffer data;
  private final Map<String, Integer> tables = new LinkedHashMap<>();
  private final Map<String, Integer> lengths = new LinkedHashMap<>();
  private final int unitsPerEm;
  private final int advances;
  private final int advanceTable;
  private final int characterMap;

  /** The glyphs of Latin characters that were asked for; 0 for others. */
  private final char[] latin = new char[0x250];

  /**
   * @param family as style sheets name it
   * @param weight 100 to 900
   * @param bytes of a file with one face
   */
  public Face(String family, int weight, boolean italic, byte[] bytes) {
    this(family, weight, italic, bytes, 0);
  }

  /**
   * @param family as style sheets name it
   * @param weight 100 to 900
   * @param bytes of a file with one face, or of a collection
   * @param index of the face in its collection; 0 in a file of one
   */
  Face(String family, int weight, boolean italic, byte[] bytes, int index) {
    this.family = family;
    this.weight = weight;
    this.italic = italic;
    this.bytes = bytes;
    this.index = index;
    this.data = ByteBuffer.wrap(bytes);
    int directory = directory();
    int count = unsigned16(directory + 4);
    for (int i = 0; i < count; i++) {
      int record = directory + 12 + 16 * i;
      int table = data.getInt(record + 8);
      // Of a file that was cut short every table may look whole but the last.
      Objects.checkFromIndexSize(table, data.getInt(record + 12), bytes.length);
      String tag = new String(bytes, record, 4, StandardCharsets.US_ASCII);
      tables.put(tag, table);
      lengths.put(tag, data.getInt(record + 12));
    }
    unitsPerEm = unsigned16(table("head") + 18);
    advances = unsigned16(table("hhea") + 34);
    advanceTable = table("hmtx");
    characterMap = characterMap();
  }

  public String family() {
    return family;
  }

  public int weight() {
    return weight;
  }

  public boolean italic() {
    return italic;
  }

  /** The file, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Of the face in its file. */
  int index() {
    return index;
  }

  /**
   * Whether the file is one face with outlines as TrueType has them, few enough that each glyph's
   * id is a character below the surrogates: what can be embedded without being {@link Recast}.
   */
  public boolean isPlain() {
    return has("glyf") && !has("fvar") && !isCollection(data) && glyphs() <= 0xd800;
  }

  /**
   * Whether its maker lets it be passed on within a document that can be changed, and taken out of
   * it: installable or editable embedding (OpenType 1.9, OS/2, fsType).
   */
  public boolean isFree() {
    int allowed = permissions() & 0xf;
    return allowed == 0 || (allowed & 8) != 0;
  }

  /** Whether its maker lets a part of it be embedded. */
  public boolean isFreeInPart() {
    return (permissions() & 0x100) == 0;
  }

  /** Whether its outlines are in the Compact Font Format. */
  public boolean isCompact() {
    return !has("glyf");
  }

  /** Whether it says itself under what licence it is (name IDs 13 and 14). */
  public boolean saysLicence() {
    int table = table("name");
    for (int i = 0; i < unsigned16(table + 2); i++) {
      int id = unsigned16(table + 6 + 12 * i + 6);
      if (id == 13 || id == 14) {
        return true;
      }
    }
    return false;
  }

  private int permissions() {
    return unsigned16(table("OS/2") + 8);
  }

  private int directory() {
    return isCollection(data) ? data.getInt(12 + 4 * index) : 0;
  }

  static boolean isCollection(ByteBuffer data) {
    return data.getInt(0) == 0x74746366; // ttcf
  }

  int glyphs() {
    return unsigned16(table("maxp") + 4);
  }

  boolean has(String tag) {
    return tables.containsKey(tag);
  }

  public int unitsPerEm() {
    return unitsPerEm;
  }

  /** Above the baseline, as a share of the em. */
  public double ascent() {
    return (double) data.getShort(table("hhea") + 4) / unitsPerEm;
  }

  /** Below the baseline, as a share of the em; positive. */
  public double descent() {
    return -(double) data.getShort(table("hhea") + 6) / unitsPerEm;
  }

  /** How high the highest letters without accents are, as a share of the em. */
  public double letterAscent() {
    return letters("dfl", 8, ascent());
  }

  /** How deep the deepest letters are, as a share of the em; positive. */
  public double letterDescent() {
    return -letters("gpy", 4, -descent());
  }

  /**
   * The outermost of what some glyphs' headers say (OpenType 1.9, glyf).
   *
   * @param field yMin at 4, yMax at 8
   */
  private double letters(String letters, int field, double otherwise) {
    if (!tables.containsKey("glyf")) {
      return otherwise;
    }
    double outermost = 0;
    for (char letter : letters.toCharArray()) {
      if (!covers(letter)) {
        return otherwise;
      }
      double edge = (double) data.getShort(outline(glyph(letter)) + field) / unitsPerEm;
      outermost = Math.abs(edge) > Math.abs(outermost) ? edge : outermost;
    }
    return outermost;
  }

  private int outline(int glyph) {
    boolean wide = unsigned16(table("head") + 50) == 1;
    int loca = table("loca");
    return table("glyf")
        + (wide ? data.getInt(loca + 4 * glyph) : 2 * unsigned16(loca + 2 * glyph));
  }

  /** What glyf has of a glyph; nothing for a blank. */
  ByteBuffer outlineOf(int glyph) {
    return data.slice(outline(glyph), outline(glyph + 1) - outline(glyph));
  }

  /** A table, as the file has it. */
  byte[] copy(String tag) {
    int from = table(tag);
    return Arrays.copyOfRange(bytes, from, from + lengths.getOrDefault(tag, 0));
  }

  /** As a share of the em. */
  public double xHeight() {
    return (double) data.getShort(table("OS/2") + 86) / unitsPerEm;
  }

  /** As a share of the em. */
  public double capHeight() {
    return (double) data.getShort(table("OS/2") + 88) / unitsPerEm;
  }

  /** Of a glyph, in units of the em. */
  public int advance(int glyph) {
    return unsigned16(advanceTable + 4 * Math.min(glyph, advances - 1));
  }

  public boolean covers(int codePoint) {
    return glyph(codePoint) != 0;
  }

  /** The glyph of a code point before any shaping; 0 where the face has none. */
  public int glyph(int codePoint) {
    if (codePoint >= latin.length) {
      return mapped(codePoint);
    }
    if (latin[codePoint] == 0) {
      latin[codePoint] = (char) mapped(codePoint);
    }
    return latin[codePoint];
  }

  /**
   * Makes sure that a file from elsewhere is whole: the tables that setting and drawing read are
   * there, and each has the checksum that is said of it (OpenType 1.9, Table directory).
   *
   * @throws IllegalArgumentException where it is damaged
   */
  void check() {
    for (String tag :
        List.of("hhea", "hmtx", "maxp", "OS/2", "name", has("glyf") ? "loca" : "CFF ")) {
      table(tag);
    }
    int directory = directory();
    for (int i = 0; i < unsigned16(directory + 4); i++) {
      int record = directory + 12 + 16 * i;
      int table = data.getInt(record + 8);
      // Who joins faces changes what their heads say of the file, and seldom the sum.
      boolean joined = table == table("head") && isCollection(data);
      if (!joined && checksum(table, data.getInt(record + 12)) != data.getInt(record + 4)) {
        throw new IllegalArgumentException("a table must have its checksum: " + family);
      }
    }
    if (unitsPerEm == 0 || advances == 0 || glyphs() == 0) {
      throw new IllegalArgumentException("a face must have glyphs of a size: " + family);
    }
  }

  /** The sum of a table's words; that of head is taken without the file's own, at 8. */
  private int checksum(int table, int length) {
    boolean head = table == table("head");
    int sum = 0;
    for (int i = 0; i < length; i++) {
      boolean adjustment = head && i >= 8 && i < 12;
      sum += adjustment ? 0 : (bytes[table + i] & 0xff) << 8 * (3 - i % 4);
    }
    return sum;
  }

  /** Where a table begins in {@link #bytes}. */
  int table(String tag) {
    Integer offset = tables.get(tag);
    if (offset == null) {
      throw new IllegalArgumentException("a face must have the table " + tag + ": " + family);
    }
    return offset;
  }

  int unsigned16(int offset) {
    return data.getShort(offset) & 0xffff;
  }

  // Windows' Unicode maps, the full one (format 12) before the basic one (format 4).
  private int characterMap() {
    int cmap = table("cmap");
    int basic = 0;
    for (int i = 0; i < unsigned16(cmap + 2); i++) {
      int record = cmap + 4 + 8 * i;
      int platform = unsigned16(record);
      int encoding = unsigned16(record + 2);
      int subtable = cmap + data.getInt(record + 4);
      int format = unsigned16(subtable);
      boolean unicode = platform == 0 || platform == 3 && (encoding == 1 || encoding == 10);
      if (unicode && format == 12) {
        return subtable;
      }
      if (unicode && format == 4) {
        basic = subtable;
      }
    }
    if (basic == 0) {
      throw new IllegalArgumentException("a face must have a Unicode cmap: " + family);
    }
    return basic;
  }

  private int mapped(int codePoint) {
    return unsigned16(characterMap) == 12 ? fromGroups(codePoint) : fromSegments(codePoint);
  }

  private int fromGroups(int codePoint) {
    int low = 0;
    int high = data.getInt(characterMap + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = characterMap + 16 + 12 * middle;
      if (codePoint < data.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > data.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return data.getInt(group + 8) + codePoint - data.getInt(group);
      }
    }
    return 0;
  }

  private int fromSegments(int codePoint) {
    if (codePoint > 0xffff) {
      return 0;
    }
    int doubled = unsigned16(characterMap + 6);
    int ends = characterMap + 14;
    int starts = ends + doubled + 2;
    int deltas = starts + doubled;
    int ranges = deltas + doubled;
    for (int i = 0; i < doubled; i += 2) {
      if (codePoint > unsigned16(ends + i)) {
        continue;
      }
      if (codePoint < unsigned16(starts + i)) {
        return 0;
      }
      int range = unsigned16(ranges + i);
      if (range == 0) {
        return codePoint + unsigned16(deltas + i) & 0xffff;
      }
      int glyph = unsigned16(ranges + i + range + 2 * (codePoint - unsigned16(starts + i)));
      return glyph == 0 ? 0 : glyph + unsigned16(deltas + i) & 0xffff;
    }
    return 0;
  }

  @Override
  public String toString() {
    return family + " " + weight + (italic ? " italic" : "");
  }
}
