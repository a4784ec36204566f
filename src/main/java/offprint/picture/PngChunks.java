package offprint.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A PNG's chunks (third edition, section 11), sorted by what they are for; the file is whole. */
final class PngChunks {
  private static final int SIGNATURE = 8;

  /** What says how colours are meant (11.3.2). */
  private static final Set<String> COLOURS =
      Set.of("cHRM", "cICP", "cLLI", "gAMA", "iCCP", "mDCV", "sRGB");

  /** What else a picture is shown by, those that move included. */
  private static final Set<String> SHOWN = Set.of("tRNS", "sBIT", "acTL", "fcTL", "fdAT");

  private final byte[] file;
  private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
  private final ByteArrayOutputStream colours = new ByteArrayOutputStream();
  private boolean transparency;
  private boolean profile;
  private boolean moves;

  PngChunks(byte[] file) {
    this.file = file;
    ByteBuffer data = ByteBuffer.wrap(file);
    bare.write(file, 0, SIGNATURE);
    transparency = (file[SIGNATURE + 17] & 4) != 0; // the colour type's bit for an alpha channel
    int at = SIGNATURE;
    while (at + 12 <= file.length) {
      int length = data.getInt(at) + 12;
      String type = new String(file, at + 4, 4, StandardCharsets.US_ASCII);
      sort(type, at, length);
      at += type.equals("IEND") ? file.length : length;
    }
  }

  private void sort(String type, int at, int length) {
    boolean critical = Character.isUpperCase(type.charAt(0));
    if (critical || COLOURS.contains(type) || SHOWN.contains(type)) {
      bare.write(file, at, length);
    }
    if (COLOURS.contains(type)) {
      colours.write(file, at, length);
    }
    transparency |= type.equals("tRNS");
    profile |= type.equals("iCCP") || type.equals("cICP");
    moves |= type.equals("acTL") && ByteBuffer.wrap(file).getInt(at + 8) > 1; // frames (11.3.6.2)
  }

  /** Whether a file begins as a PNG does. */
  static boolean are(byte[] file) {
    return file.length > SIGNATURE + 17 && ByteBuffer.wrap(file).getLong() == 0x89504E470D0A1A0AL;
  }

  /** Without texts, times, positions and what programs keep for themselves. */
  byte[] bare() {
    return bare.size() == file.length ? file : bare.toByteArray();
  }

  /** The chunks that say how colours are meant, as they stand in the file. */
  byte[] colours() {
    return colours.toByteArray();
  }

  boolean mayBeTransparent() {
    return transparency;
  }

  boolean moves() {
    return moves;
  }

  /** Whether its colours are others than a screen's. */
  boolean hasProfile() {
    return profile;
  }
}
