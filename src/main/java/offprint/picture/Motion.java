package offprint.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import offprint.source.Asset;

/** Whether pictures move. */
public final class Motion {
  /** Of SVG's own elements (SVG 1.1, chapter 19), and of CSS's animations. */
  private static final Pattern DRAWING =
      Pattern.compile("<(\\w+:)?(animate\\w*|set)\\b|@(-webkit-)?keyframes\\b");

  private Motion() {}

  /** Whether a whole file shows more than one frame. */
  public static boolean moves(Asset asset) {
    return switch (asset.mediaType()) {
      case "image/gif" -> new GifFile(asset.bytes()).moves();
      case "image/png" -> new PngChunks(asset.bytes()).moves();
      case "image/webp" -> webp(ByteBuffer.wrap(asset.bytes()).order(ByteOrder.LITTLE_ENDIAN));
      case "image/svg+xml" ->
          DRAWING.matcher(new String(asset.bytes(), StandardCharsets.UTF_8)).find();
      default -> false;
    };
  }

  // RFC 9649, section 2.7: a chunk ANMF for each frame.
  private static boolean webp(ByteBuffer file) {
    int frames = 0;
    int at = 12;
    while (at >= 12 && at + 8 <= file.limit()) {
      int length = file.getInt(at + 4);
      frames += file.getInt(at) == 0x464D4E41 ? 1 : 0;
      at += 8 + length + (length & 1);
    }
    return frames > 1;
  }
}
