package offprint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads an article's text from a file or a stream. What cannot be read is an error finding, and
 * null.
 */
public final class SourceReader {
  private SourceReader() {}

  /**
   * @param name as the user named the file, for findings
   */
  public static @Nullable Source read(Path file, String name, Findings findings) {
    if (!Files.exists(file)) {
      findings.error("no-such-file", Place.of(name), "no such file", null);
      return null;
    }
    if (Files.isDirectory(file)) {
      findings.error(
          "is-a-folder", Place.of(name), "this is a folder", "name the article's file in it");
      return null;
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      return unreadable(name, e, findings);
    }
    return decode(bytes, name, file.toAbsolutePath().normalize().getParent(), findings);
  }

  /** Reads to the end; the stream is the caller's to close. There is no folder for pictures. */
  public static @Nullable Source read(InputStream stream, String name, Findings findings) {
    byte[] bytes;
    try {
      bytes = stream.readAllBytes();
    } catch (IOException e) {
      return unreadable(name, e, findings);
    }
    return decode(bytes, name, null, findings);
  }

  private static @Nullable Source unreadable(String name, IOException e, Findings findings) {
    String why = e.getMessage() == null || e.getMessage().equals(name) ? "" : ": " + e.getMessage();
    findings.error("unreadable", Place.of(name), "the file cannot be read" + why, null);
    return null;
  }

  private static @Nullable Source decode(
      byte[] bytes, String name, @Nullable Path folder, Findings findings) {
    // No text has a NUL, and nearly every other kind of file has one; so it is asked first, that a
    // picture is not called bad UTF-8.
    for (byte b : bytes) {
      if (b == 0) {
        findings.error(
            "binary-file",
            Place.of(name),
            "this is no text file",
            "an article is Markdown in UTF-8");
        return null;
      }
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean whole = !decoder.decode(in, out, true).isError() && !decoder.flush(out).isError();
    String all = out.flip().toString();
    boolean marked = all.startsWith(Source.BYTE_ORDER_MARK);
    String text = marked ? all.substring(Source.BYTE_ORDER_MARK.length()) : all;
    Source source = new Source(name, folder, text, marked);
    if (!whole) {
      findings.error(
          "not-utf-8",
          source.at(text.length()),
          "the byte 0x%02X is no UTF-8".formatted(bytes[in.position()] & 0xFF),
          "save the article in UTF-8");
      return null;
    }
    if (text.isBlank()) {
      findings.error("empty-file", Place.of(name), "the article is empty", null);
      return null;
    }
    return source;
  }
}
