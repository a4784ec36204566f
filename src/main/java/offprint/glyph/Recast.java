package offprint.glyph;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some glyphs of a face, cast anew as a TrueType font of one file (OpenType 1.9), numbered from 0
 * in the order given. What collections, Compact Font Format and faces of 65,535 glyphs need before
 * they can be embedded; hints are lost. The font is for who draws by glyph: it maps no characters.
 */
public final class Recast {
  private static final int ON_CURVE = 1;

  private final Face face;
  private final int[] glyphs;
  private final ByteArrayOutputStream glyf = new ByteArrayOutputStream();
  private final int[] locations;
  private final int[] bounds = new int[4];
  private final int[] sideBearings;
  private int mostPoints;
  private int mostContours;

  private Recast(Face face, int[] glyphs) {
    this.face = face;
    this.glyphs = glyphs;
    this.locations = new int[glyphs.length + 1];
    this.sideBearings = new int[glyphs.length];
  }

  /**
   * @param glyphs ids in the face; the first should be 0, the box for what is missing
   */
  public static byte[] of(Face face, int[] glyphs) {
    return new Recast(face, glyphs.clone()).file();
  }

  private byte[] file() {
    Outlines outlines = new Outlines(face);
    for (int i = 0; i < glyphs.length; i++) {
      Cast cast = new Cast();
      outlines.draw(glyphs[i], cast);
      cast.write(i);
      locations[i + 1] = glyf.size();
    }
    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("OS/2", copy("OS/2", 96));
    tables.put("cmap", characterMap());
    tables.put("glyf", glyf.toByteArray());
    tables.put("head", head());
    tables.put("hhea", horizontalHeader());
    tables.put("hmtx", metrics());
    tables.put("loca", locations());
    tables.put("maxp", profile());
    tables.put("name", names());
    tables.put("post", post());
    return assembled(tables);
  }

  private byte[] copy(String table, int length) {
    byte[] copy = new byte[length];
    int from = face.table(table);
    System.arraycopy(face.bytes(), from, copy, 0, Math.min(length, face.bytes().length - from));
    return copy;
  }

  private byte[] head() {
    ByteBuffer head = ByteBuffer.wrap(copy("head", 54));
    head.putInt(8, 0); // the checksum, which assembled() reckons
    for (int i = 0; i < 4; i++) {
      head.putShort(36 + 2 * i, (short) bounds[i]);
    }
    head.putShort(50, (short) 1); // long offsets
    head.putShort(52, (short) 0);
    return head.array();
  }

  private byte[] horizontalHeader() {
    ByteBuffer header = ByteBuffer.wrap(copy("hhea", 36));
    header.putShort(34, (short) glyphs.length);
    return header.array();
  }

  private byte[] metrics() {
    ByteBuffer metrics = ByteBuffer.allocate(4 * glyphs.length);
    for (int i = 0; i < glyphs.length; i++) {
      metrics.putShort((short) face.advance(glyphs[i])).putShort((short) sideBearings[i]);
    }
    return metrics.array();
  }

  private byte[] locations() {
    ByteBuffer loca = ByteBuffer.allocate(4 * locations.length);
    for (int location : locations) {
      loca.putInt(location);
    }
    return loca.array();
  }

  private byte[] profile() {
    ByteBuffer profile = ByteBuffer.allocate(32);
    profile.putInt(0x00010000).putShort((short) glyphs.length);
    profile.putShort((short) mostPoints).putShort((short) mostContours);
    profile.putShort(14, (short) 2); // zones
    return profile.array();
  }

  // One segment, of the last code, which is no character (format 4).
  private static byte[] characterMap() {
    ByteBuffer map = ByteBuffer.allocate(12 + 24);
    map.putShort((short) 0).putShort((short) 1);
    map.putShort((short) 3).putShort((short) 1).putInt(12);
    map.putShort((short) 4).putShort((short) 24).putShort((short) 0);
    map.putShort((short) 2).putShort((short) 2).putShort((short) 0).putShort((short) 0);
    map.putShort((short) 0xffff).putShort((short) 0).putShort((short) 0xffff);
    map.putShort((short) 1).putShort((short) 0);
    return map.array();
  }

  // Family, full name and PostScript's (name IDs 1, 4 and 6), as Windows has them.
  private byte[] names() {
    StringBuilder letters = new StringBuilder();
    face.family().chars().filter(c -> c > ' ' && c < 127).forEach(c -> letters.append((char) c));
    String name = letters.isEmpty() ? "Recast" : letters.toString().replaceAll("[^\\w-]", "");
    byte[] string = name.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer names = ByteBuffer.allocate(6 + 3 * 12 + string.length);
    names.putShort((short) 0).putShort((short) 3).putShort((short) (6 + 3 * 12));
    for (int id : new int[] {1, 4, 6}) {
      names.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort((short) id);
      names.putShort((short) string.length).putShort((short) 0);
    }
    return names.put(string).array();
  }

  private byte[] post() {
    ByteBuffer post =
        face.has("post") ? ByteBuffer.wrap(copy("post", 32)) : ByteBuffer.allocate(32);
    return post.putInt(0, 0x00030000).array(); // no names of glyphs
  }

  /** A file of tables, which are sorted by their names. */
  static byte[] assembled(Map<String, byte[]> tables) {
    int count = tables.size();
    int size = 12 + 16 * count;
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      places.put(table.getKey(), size);
      size += (table.getValue().length + 3) / 4 * 4;
    }
    ByteBuffer file = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(count);
    file.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16));
    file.putShort((short) Integer.numberOfTrailingZeros(power));
    file.putShort((short) (16 * (count - power)));
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      int place = requireNonNull(places.get(table.getKey()));
      file.put(place, table.getValue());
      int padded = (table.getValue().length + 3) / 4 * 4;
      file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      file.putInt(sum(file, place, padded)).putInt(place).putInt(table.getValue().length);
    }
    Integer head = requireNonNull(places.get("head"));
    file.putInt(head + 8, 0xB1B0AFBA - sum(file, 0, size));
    return file.array();
  }

  private static int sum(ByteBuffer file, int from, int length) {
    int sum = 0;
    for (int at = from; at < from + length; at += 4) {
      sum += file.getInt(at);
    }
    return sum;
  }

  /** The outline of one glyph, its coordinates rounded. */
  private final class Cast implements Pen {
    private final List<int[]> points = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    @Override
    public void moveTo(double x, double y) {
      add(x, y, ON_CURVE);
    }

    @Override
    public void lineTo(double x, double y) {
      add(x, y, ON_CURVE);
    }

    @Override
    public void curveTo(double controlX, double controlY, double x, double y) {
      add(controlX, controlY, 0);
      add(x, y, ON_CURVE);
    }

    // A contour that was drawn back to its first point needs it but once.
    @Override
    public void close() {
      int first = ends.isEmpty() ? 0 : ends.getLast() + 1;
      int last = points.size() - 1;
      if (last > first && Arrays.equals(points.get(first), points.get(last))) {
        points.removeLast();
      }
      ends.add(points.size() - 1);
    }

    private void add(double x, double y, int onCurve) {
      points.add(new int[] {(int) Math.round(x), (int) Math.round(y), onCurve});
    }

    void write(int index) {
      if (points.isEmpty()) {
        return;
      }
      int[] box = points.getFirst().clone();
      int right = box[0];
      int top = box[1];
      for (int[] point : points) {
        box[0] = Math.min(box[0], point[0]);
        box[1] = Math.min(box[1], point[1]);
        right = Math.max(right, point[0]);
        top = Math.max(top, point[1]);
      }
      sideBearings[index] = box[0];
      mostPoints = Math.max(mostPoints, points.size());
      mostContours = Math.max(mostContours, ends.size());
      bounds[0] = Math.min(bounds[0], box[0]);
      bounds[1] = Math.min(bounds[1], box[1]);
      bounds[2] = Math.max(bounds[2], right);
      bounds[3] = Math.max(bounds[3], top);
      short16(ends.size());
      short16(box[0]);
      short16(box[1]);
      short16(right);
      short16(top);
      ends.forEach(this::short16);
      short16(0); // no instructions
      int[] before = new int[3];
      for (int[] point : points) {
        glyf.write(flags(before, point));
        before = point;
      }
      coordinates(0);
      coordinates(1);
      while (glyf.size() % 4 != 0) {
        glyf.write(0);
      }
    }

    // Each coordinate as its difference from the one before: nothing, a byte, or two.
    private static int flags(int[] before, int[] point) {
      return point[2]
          | flag(point[0] - before[0], 0x02, 0x10)
          | flag(point[1] - before[1], 0x04, 0x20);
    }

    private static int flag(int difference, int isShort, int sameOrPositive) {
      if (difference == 0) {
        return sameOrPositive;
      }
      return Math.abs(difference) > 255 ? 0 : isShort | (difference > 0 ? sameOrPositive : 0);
    }

    private void coordinates(int axis) {
      int before = 0;
      for (int[] point : points) {
        int difference = point[axis] - before;
        before = point[axis];
        if (Math.abs(difference) > 255) {
          short16(difference);
        } else if (difference != 0) {
          glyf.write(Math.abs(difference));
        }
      }
    }

    private void short16(int value) {
      glyf.write(value >> 8);
      glyf.write(value);
    }
  }
}
