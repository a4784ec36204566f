package offprint.picture;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Asset;
import offprint.source.Exif;

/**
 * The photographs within a drawing, without what cameras wrote beside their pixels. The drawing
 * itself stays as it is.
 */
final class InnerPictures {
  private static final Pattern DATA =
      Pattern.compile("(data:image/(?:png|jpe?g);base64,)([A-Za-z0-9+/=\\s]+)");

  private InnerPictures() {}

  /**
   * @return the same array where there is nothing to leave out
   */
  static byte[] bare(byte[] svg) {
    Matcher data = DATA.matcher(new String(svg, StandardCharsets.ISO_8859_1));
    StringBuilder rest = new StringBuilder();
    boolean changed = false;
    while (data.find()) {
      byte[] file = decoded(data.group(2));
      byte[] bare = without(file);
      changed |= bare != file;
      String shown = bare == file ? data.group(2) : Base64.getEncoder().encodeToString(bare);
      data.appendReplacement(rest, data.group(1) + shown);
    }
    return changed ? data.appendTail(rest).toString().getBytes(StandardCharsets.ISO_8859_1) : svg;
  }

  private static byte[] decoded(String data) {
    try {
      return Base64.getMimeDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  // By what they are, whatever they are called.
  private static byte[] without(byte[] file) {
    int orientation = Exif.of(file).orientation();
    try {
      if (PngChunks.are(file)) {
        return orientation == 1 ? new PngChunks(file).bare() : file;
      }
      if (file.length < 4 || file[0] != -1 || file[1] != -0x28) {
        return file;
      }
      JpegFile jpeg = JpegFile.of(file);
      if (orientation == 1) {
        return jpeg.bare();
      }
      // Readers turn it as its Exif says, which goes.
      Pixels shown = Pixels.of(new Asset("", "image/jpeg", 1, 1, file)).upright(orientation);
      boolean same = jpeg.components() == shown.components();
      return JpegWriter.of(shown, same ? jpeg.profile() : new byte[0]);
    } catch (UnreadablePicture | RuntimeException e) {
      return file; // which a reader may still show
    }
  }
}
