package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A GIF's blocks (GIF89a, sections 17 to 27); the file is whole. */
final class GifFile {
  private static final int SCREEN = 13;
  private static final int IMAGE = 0x2C;
  private static final int COMMENT = 0xFE;
  private static final int APPLICATION = 0xFF;

  /** How often it moves, which Netscape's browser began with and others named anew. */
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

  private final byte[] file;
  private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
  private int frames;
  private boolean whole;

  GifFile(byte[] file) {
    this.file = file;
    int at = SCREEN + colourTable(10);
    bare.write(file, 0, at);
    while (at < file.length && file[at] != 0x3B) {
      int end = end(at);
      if (file[at] == IMAGE) {
        // Left, top, width and height are the screen's.
        whole |= frames == 0 && size(at + 1) == 0 && size(at + 5) == size(6);
        frames++;
      }
      if (isShown(at)) {
        bare.write(file, at, end - at);
      }
      at = end;
    }
    bare.write(0x3B);
  }

  private int end(int block) {
    int at = file[block] == IMAGE ? block + 11 + colourTable(block + 9) : block + 2;
    while (at < file.length && file[at] != 0) {
      at += (file[at] & 0xFF) + 1;
    }
    return Math.min(at + 1, file.length);
  }

  private boolean isShown(int block) {
    int label = file[block] == IMAGE ? 0 : file[block + 1] & 0xFF;
    return label == APPLICATION
        ? LOOPS.contains(new String(file, block + 3, 11, StandardCharsets.US_ASCII))
        : label != COMMENT;
  }

  /** Two numbers of two bytes. */
  private int size(int at) {
    return file[at] & 0xFF
        | (file[at + 1] & 0xFF) << 8
        | (file[at + 2] & 0xFF) << 16
        | file[at + 3] << 24;
  }

  private int colourTable(int flags) {
    return (file[flags] & 0x80) == 0 ? 0 : 3 << ((file[flags] & 7) + 1);
  }

  boolean moves() {
    return frames > 1;
  }

  /** Whether its first frame fills it. */
  boolean isWhole() {
    return whole;
  }

  /** Without comments, and what programs keep for themselves. */
  byte[] bare() {
    return bare.size() == file.length ? file : bare.toByteArray();
  }
}
