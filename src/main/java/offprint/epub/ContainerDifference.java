package offprint.epub;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import offprint.archive.Unreadable;
import org.jspecify.annotations.Nullable;

/** Says in words where a book differs from what it ought to be. */
public final class ContainerDifference {
  private static final Pattern TEXT = Pattern.compile(".*\\.(xhtml|opf|ncx|xml|css|json|md|svg)");

  private ContainerDifference() {}

  /**
   * The first difference of what the books hold.
   *
   * @return null where they hold the same, and differ in how it is packed alone
   */
  public static @Nullable String within(byte[] ought, byte[] epub) throws Unreadable {
    Map<String, byte[]> expected = ContainerReader.entries(ought, Long.MAX_VALUE >> 1);
    Map<String, byte[]> actual = ContainerReader.entries(epub, Long.MAX_VALUE >> 1);
    for (Map.Entry<String, byte[]> entry : expected.entrySet()) {
      byte[] content = actual.get(entry.getKey());
      if (content == null) {
        return "'" + entry.getKey() + "' is missing";
      }
      int at = Arrays.mismatch(entry.getValue(), content);
      if (at >= 0) {
        return "in '" + entry.getKey() + "' from " + place(entry.getKey(), entry.getValue(), at);
      }
    }
    for (String name : actual.keySet()) {
      if (!expected.containsKey(name)) {
        return "'" + name + "' has been added";
      }
    }
    List<String> order = new ArrayList<>(actual.keySet());
    return order.equals(new ArrayList<>(expected.keySet())) ? null : "in the order of its entries";
  }

  private static String place(String name, byte[] content, int offset) {
    if (!TEXT.matcher(name).matches()) {
      return "byte " + offset + " on";
    }
    String before = new String(content, 0, offset, StandardCharsets.UTF_8);
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int start = before.lastIndexOf('\n') + 1;
    return "line "
        + line
        + ", column "
        + (before.codePointCount(start, before.length()) + 1)
        + " on";
  }

  /** What of the archive itself stands at a byte of a book that Offprint has written. */
  public static String partAt(byte[] epub, int offset) {
    // The end of central directory record, without a comment (PKWARE's APPNOTE, 4.3.16), and the
    // headers that the directory consists of (4.3.12).
    ByteBuffer zip = ByteBuffer.wrap(epub).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(epub.length - 22 + 16);
    if (offset >= directory) {
      return "in the archive's directory";
    }
    String part = "";
    int at = directory;
    while (zip.getInt(at) == 0x02014b50 && zip.getInt(at + 42) <= offset) {
      int length = zip.getShort(at + 28);
      part = new String(epub, at + 46, length, StandardCharsets.UTF_8);
      at += 46 + length + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
    return "in how '" + part + "' is packed";
  }
}
