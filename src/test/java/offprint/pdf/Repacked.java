package offprint.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A PDF of Offprint's as a Java with another compressor writes it: all streams packed otherwise, so
 * that lengths and offsets are others too.
 */
public final class Repacked {
  private static final Pattern OBJECT = Pattern.compile("(?<=\n)(\\d+) 0 obj\n");
  private static final Pattern STREAM = Pattern.compile("(?s)(<<.*?/Length )(\\d+)(.*?>>stream\n)");
  private static final Pattern WIDTHS = Pattern.compile("/W\\[1 (\\d) (\\d)\\]");

  private final StringBuilder out = new StringBuilder();
  private final Map<Integer, Integer> offsets = new TreeMap<>();
  private final UnaryOperator<String> change;

  private Repacked(UnaryOperator<String> change) {
    this.change = change;
  }

  public static byte[] of(byte[] pdf) throws IOException {
    return of(pdf, content -> content);
  }

  /**
   * @param change made to what each packed stream holds; not to its length
   */
  public static byte[] of(byte[] pdf, UnaryOperator<String> change) throws IOException {
    return new Repacked(change).write(new String(pdf, StandardCharsets.ISO_8859_1));
  }

  private byte[] write(String pdf) throws IOException {
    List<Integer> starts = new ArrayList<>();
    Matcher objects = OBJECT.matcher(pdf);
    while (objects.find()) {
      starts.add(objects.start());
    }
    out.append(pdf, 0, starts.getFirst());
    int end = pdf.lastIndexOf("startxref");
    for (int i = 0; i < starts.size(); i++) {
      String object = pdf.substring(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : end);
      offsets.put(Integer.valueOf(object.substring(0, object.indexOf(' '))), out.length());
      out.append(object(object));
    }
    String table = String.valueOf(offsets.get(number(pdf.substring(starts.getLast()))));
    out.append("startxref\n").append(table).append("\n%%EOF\n");
    return bytes(out.toString());
  }

  private static int number(String object) {
    return Integer.parseInt(object.substring(0, object.indexOf(' ')));
  }

  private String object(String object) throws IOException {
    Matcher stream = STREAM.matcher(object);
    if (!stream.find() || !stream.group().contains("/FlateDecode")) {
      return object;
    }
    int from = stream.end();
    int to = from + Integer.parseInt(stream.group(2));
    byte[] content =
        new InflaterInputStream(new ByteArrayInputStream(bytes(object.substring(from, to))))
            .readAllBytes();
    Matcher widths = WIDTHS.matcher(stream.group());
    byte[] other =
        stream.group().contains("/XRef") && widths.find()
            ? table(content, Integer.parseInt(widths.group(1)), Integer.parseInt(widths.group(2)))
            : bytes(change.apply(new String(content, StandardCharsets.ISO_8859_1)));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      deflater.write(other);
    }
    return object.substring(0, stream.start())
        + stream.group(1)
        + packed.size()
        + stream.group(3)
        + packed.toString(StandardCharsets.ISO_8859_1)
        + object.substring(to);
  }

  /** Where each object begins now (ISO 32000-1, 7.5.8.3). */
  private byte[] table(byte[] content, int wide, int more) {
    byte[] table = content.clone();
    int width = 1 + wide + more;
    for (int object = 0; object * width < table.length; object++) {
      if (table[object * width] == 1) {
        int offset = offsets.get(object);
        if (offset >>> 8 * wide != 0) {
          throw new IllegalArgumentException("a smaller PDF is wanted: an offset has no room");
        }
        for (int i = 0; i < wide; i++) {
          table[object * width + 1 + i] = (byte) (offset >>> 8 * (wide - 1 - i));
        }
      }
    }
    return table;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
