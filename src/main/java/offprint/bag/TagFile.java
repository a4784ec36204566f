package offprint.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Refusal;
import org.jspecify.annotations.Nullable;

/** A bag's file of text, line by line. */
final class TagFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TagFile() {}

  /** What stands in a line, without its end. */
  record Line(Place place, String text) {}

  /**
   * The lines; null, with a finding, where there is no reading the file.
   *
   * @param name what findings call the file
   */
  static @Nullable List<Line> read(Path file, String name, Charset charset, Findings findings) {
    String text;
    try {
      text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
    } catch (CharacterCodingException e) {
      findings.error(
          "bad-encoding",
          Place.of(name),
          "this is no " + charset.name(),
          "bagit.txt says how tag files are encoded");
      return null;
    } catch (IOException e) {
      findings.error(
          "unreadable", Place.of(name), "the file cannot be read: " + Refusal.of(e), null);
      return null;
    }
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      byteOrderMark(name, charset, findings);
      text = text.substring(1);
    }
    List<Line> lines = new ArrayList<>();
    // Lines end with LF, CR or CR LF (RFC 8493, section 2.3), as String.lines has them.
    for (String line : text.lines().toList()) {
      lines.add(new Line(new Place(name, lines.size() + 1, 0), line));
    }
    return lines;
  }

  // RFC 8493, sections 2.1.1 and 2.3.
  private static void byteOrderMark(String name, Charset charset, Findings findings) {
    if (name.endsWith("/" + Declaration.FILE)) {
      findings.error(
          "bag-declaration",
          Place.of(name),
          "this begins with a byte order mark",
          "the file is UTF-8 without one");
    } else if (charset.equals(StandardCharsets.UTF_8)) {
      findings.warning(
          "byte-order-mark", Place.of(name), "UTF-8 needs no byte order mark", "take it away");
    }
  }
}
