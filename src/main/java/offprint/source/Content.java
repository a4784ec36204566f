package offprint.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What a file holds. A picture's stays in its file until it is wanted, so that an article of
 * hundreds of them needs room for one.
 */
public sealed interface Content {
  /** All of it, not to be changed by whoever gets it. */
  byte[] bytes();

  /** In bytes. */
  int size();

  /** SHA-256, in hexadecimal digits. */
  String digest();

  static Content of(byte[] bytes) {
    return new AtHand(bytes);
  }

  /**
   * Of a file that was just read.
   *
   * @param name what findings call it
   */
  static Content of(Path file, String name, byte[] bytes) {
    return new InFile(file, name, bytes.length, crc32(bytes), digest(bytes));
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java must have SHA-256", e);
    }
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** What is held in memory. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record AtHand(byte[] bytes) implements Content {
    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public String digest() {
      return Content.digest(bytes);
    }
  }

  /**
   * What is read anew each time.
   *
   * @param checksum CRC-32, which tells of a change as well as SHA-256 does and takes no time
   */
  record InFile(Path file, String name, int size, long checksum, String digest) implements Content {
    @Override
    public byte[] bytes() {
      try {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length == size && crc32(bytes) == checksum) {
          return bytes;
        }
      } catch (IOException e) {
        throw new Changed(name, "cannot be read any more: " + Refusal.of(e));
      }
      throw new Changed(name, "was changed while the article was set");
    }
  }

  /** A file is no longer what it was when it was first read. */
  final class Changed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String change;

    private Changed(String name, String what) {
      change = "'" + name + "' " + what;
    }

    @Override
    public String getMessage() {
      return change;
    }
  }
}
