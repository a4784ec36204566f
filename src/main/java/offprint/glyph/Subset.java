package offprint.glyph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A face with no more glyphs than some characters need (OpenType 1.9). It can be shaped as the
 * whole can: glyphs keep their numbers, so that the tables that speak of them hold; those that are
 * not needed are empty. A changed face may not keep a reserved name (SIL Open Font License 1.1, 3),
 * so its name says what it is, and whose it is and under what licence.
 */
public final class Subset {
  /** What shapers and reading systems put in: blanks, hyphens, joiners, a circle for lone marks. */
  private static final int[] ALWAYS = {
    ' ', '-', 0xa0, 0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2010, 0x25cc
  };

  private static final List<String> KEPT =
      List.of(
          "OS/2", "hhea", "hmtx", "maxp", "gasp", "cvt ", "fpgm", "prep", "GSUB", "GPOS", "GDEF",
          "BASE", "kern");

  /** Copyright, trademark, licence and its address (name IDs). */
  private static final Set<Integer> KEPT_NAMES = Set.of(0, 7, 13, 14);

  private static final int ARGUMENTS_ARE_WORDS = 0x1;
  private static final int HAS_SCALE = 0x8;
  private static final int MORE_COMPONENTS = 0x20;
  private static final int HAS_TWO_SCALES = 0x40;
  private static final int HAS_MATRIX = 0x80;

  private final Face face;
  private final SortedMap<Integer, Integer> characters = new TreeMap<>();

  private Subset(Face face, IntStream codePoints) {
    this.face = face;
    IntStream.concat(IntStream.of(ALWAYS), codePoints)
        .flatMap(codePoint -> IntStream.concat(IntStream.of(codePoint), parts(codePoint)))
        .filter(face::covers)
        .forEach(codePoint -> characters.put(codePoint, face.glyph(codePoint)));
  }

  /**
   * @param face a plain one
   * @param codePoints that are to be shown; those that the face has not are passed over
   */
  public static byte[] of(Face face, IntStream codePoints) {
    if (!face.isPlain()) {
      throw new IllegalArgumentException("a face must be plain to be cut down: " + face);
    }
    return new Subset(face, codePoints).file();
  }

  // Shapers take some characters apart, such as Thai's sara am.
  private static IntStream parts(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD).codePoints();
  }

  private byte[] file() {
    SortedSet<Integer> glyphs = new TreeSet<>(characters.values());
    glyphs.add(0);
    glyphs = Closure.of(face, glyphs);
    Map<String, byte[]> tables = new TreeMap<>();
    KEPT.stream().filter(face::has).forEach(tag -> tables.put(tag, face.copy(tag)));
    outlines(withComponents(glyphs), tables);
    tables.put("cmap", characterMap());
    tables.put("name", names());
    tables.put("post", post());
    return Recast.assembled(tables);
  }

  // The components of a composite glyph are glyphs, too (OpenType 1.9, glyf).
  private SortedSet<Integer> withComponents(SortedSet<Integer> glyphs) {
    SortedSet<Integer> all = new TreeSet<>();
    List<Integer> waiting = new ArrayList<>(glyphs);
    while (!waiting.isEmpty()) {
      int glyph = waiting.removeLast();
      if (all.add(glyph)) {
        waiting.addAll(components(face.outlineOf(glyph)));
      }
    }
    return all;
  }

  private static List<Integer> components(ByteBuffer outline) {
    List<Integer> components = new ArrayList<>();
    if (outline.remaining() == 0 || outline.getShort(0) >= 0) {
      return components;
    }
    int at = 10;
    int flags = MORE_COMPONENTS;
    while ((flags & MORE_COMPONENTS) != 0) {
      flags = outline.getShort(at) & 0xffff;
      components.add(outline.getShort(at + 2) & 0xffff);
      at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2);
      at +=
          (flags & HAS_SCALE) != 0
              ? 2
              : (flags & HAS_TWO_SCALES) != 0 ? 4 : (flags & HAS_MATRIX) != 0 ? 8 : 0;
    }
    return components;
  }

  private void outlines(SortedSet<Integer> glyphs, Map<String, byte[]> tables) {
    ByteArrayOutputStream glyf = new ByteArrayOutputStream();
    ByteBuffer loca = ByteBuffer.allocate(4 * (face.glyphs() + 1));
    for (int glyph = 0; glyph < face.glyphs(); glyph++) {
      loca.putInt(glyf.size());
      if (glyphs.contains(glyph)) {
        ByteBuffer outline = face.outlineOf(glyph);
        while (outline.hasRemaining()) {
          glyf.write(outline.get());
        }
        while (glyf.size() % 4 != 0) {
          glyf.write(0);
        }
      }
    }
    loca.putInt(glyf.size());
    tables.put("glyf", glyf.toByteArray());
    tables.put("loca", loca.array());
    ByteBuffer head = ByteBuffer.wrap(face.copy("head"));
    head.putInt(8, 0); // the checksum, which assembled() reckons
    head.putShort(50, (short) 1); // long offsets
    tables.put("head", head.array());
  }

  // Windows' maps: of the basic plane (format 4), and of all there is (format 12).
  private byte[] characterMap() {
    List<int[]> groups = groups();
    byte[] basic = segments(groups.stream().filter(group -> group[1] < 0xffff).toList());
    ByteBuffer map = ByteBuffer.allocate(20 + basic.length + 16 + 12 * groups.size());
    map.putShort((short) 0).putShort((short) 2);
    map.putShort((short) 3).putShort((short) 1).putInt(20);
    map.putShort((short) 3).putShort((short) 10).putInt(20 + basic.length);
    map.put(basic);
    map.putShort((short) 12).putShort((short) 0).putInt(16 + 12 * groups.size()).putInt(0);
    map.putInt(groups.size());
    for (int[] group : groups) {
      map.putInt(group[0]).putInt(group[1]).putInt(group[2]);
    }
    return map.array();
  }

  /** First character, last character, first glyph; none goes from one plane to the next. */
  private List<int[]> groups() {
    List<int[]> groups = new ArrayList<>();
    characters.forEach(
        (codePoint, glyph) -> {
          int[] last = groups.isEmpty() ? new int[] {-2, -2, 0} : groups.getLast();
          if (codePoint == last[1] + 1
              && codePoint != 0x10000
              && glyph == last[2] + codePoint - last[0]) {
            last[1] = codePoint;
          } else {
            groups.add(new int[] {codePoint, codePoint, glyph});
          }
        });
    return groups;
  }

  private static byte[] segments(List<int[]> groups) {
    List<int[]> all = new ArrayList<>(groups);
    all.add(new int[] {0xffff, 0xffff, 0});
    int count = all.size();
    int power = Integer.highestOneBit(count);
    ByteBuffer map = ByteBuffer.allocate(16 + 8 * count);
    map.putShort((short) 4).putShort((short) map.capacity()).putShort((short) 0);
    map.putShort((short) (2 * count)).putShort((short) (2 * power));
    map.putShort((short) Integer.numberOfTrailingZeros(power));
    map.putShort((short) (2 * (count - power)));
    all.forEach(group -> map.putShort((short) group[1]));
    map.putShort((short) 0);
    all.forEach(group -> map.putShort((short) group[0]));
    all.forEach(group -> map.putShort((short) (group[2] - group[0])));
    return map.array(); // and no offsets: each segment's glyphs are in order
  }

  private byte[] names() {
    int table = face.table("name");
    int strings = table + face.unsigned16(table + 4);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<short[]> entries = new ArrayList<>();
    byte[] own = "Subset".getBytes(StandardCharsets.UTF_16BE);
    for (int i = 0; i < face.unsigned16(table + 2); i++) {
      int entry = table + 6 + 12 * i;
      int id = face.unsigned16(entry + 6);
      if (face.unsigned16(entry) == 3 && KEPT_NAMES.contains(id)) {
        int length = face.unsigned16(entry + 8);
        entries.add(name(face.unsigned16(entry + 4), id, length, said.size()));
        said.write(face.bytes(), strings + face.unsigned16(entry + 10), length);
      }
    }
    // Family, cut, full name and PostScript's.
    for (int id : new int[] {1, 2, 4, 6}) {
      entries.add(name(0x409, id, own.length, said.size()));
    }
    said.writeBytes(own);
    entries.sort((a, b) -> a[2] == b[2] ? Short.compare(a[3], b[3]) : Short.compare(a[2], b[2]));
    ByteBuffer names = ByteBuffer.allocate(6 + 12 * entries.size() + said.size());
    names.putShort((short) 0).putShort((short) entries.size());
    names.putShort((short) (6 + 12 * entries.size()));
    entries.forEach(
        entry -> {
          for (short field : entry) {
            names.putShort(field);
          }
        });
    return names.put(said.toByteArray()).array();
  }

  private static short[] name(int language, int id, int length, int offset) {
    return new short[] {3, 1, (short) language, (short) id, (short) length, (short) offset};
  }

  private byte[] post() {
    ByteBuffer post = ByteBuffer.allocate(32);
    if (face.has("post")) {
      post.put(face.copy("post"), 0, 32).rewind();
    }
    return post.putInt(0, 0x00030000).array(); // no names of glyphs
  }
}
