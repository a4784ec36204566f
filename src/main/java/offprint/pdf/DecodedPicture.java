package offprint.pdf;

import java.io.IOException;
import offprint.picture.Pixels;
import offprint.picture.UnreadablePicture;
import offprint.source.Asset;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;

/**
 * A picture's pixels, for forms that a PDF does not have: GIF's and WebP's first frame, CMYK, 16
 * bits, interlacing, transparency. Eight bits for each colour, and for the opacity where it varies.
 */
final class DecodedPicture {
  private DecodedPicture() {}

  /**
   * @param profile what the colours mean; empty where nothing is said
   */
  static PdfIndirectReference write(Asset asset, byte[] profile, PdfFile file)
      throws IOException, UnreadablePicture {
    Pixels pixels = Pixels.of(asset);
    PdfObject colours = IccProfile.colourSpace(profile, pixels.components(), file);
    PdfStream image = image(pixels, colours, pixels.colours());
    byte[] opacity = pixels.opacity();
    if (opacity != null) {
      image.put(PdfName.SMASK, file.write(image(pixels, PdfName.DEVICEGRAY, opacity)));
    }
    return file.write(image);
  }

  private static PdfStream image(Pixels pixels, PdfObject colourSpace, byte[] samples) {
    PdfStream image = new PdfStream(samples);
    image.put(PdfName.TYPE, PdfName.XOBJECT);
    image.put(PdfName.SUBTYPE, PdfName.IMAGE);
    image.put(PdfName.WIDTH, new PdfNumber(pixels.width()));
    image.put(PdfName.HEIGHT, new PdfNumber(pixels.height()));
    image.put(PdfName.BITSPERCOMPONENT, new PdfNumber(8));
    image.put(PdfName.COLORSPACE, colourSpace);
    image.flateCompress(PdfStream.BEST_COMPRESSION);
    return image;
  }
}
