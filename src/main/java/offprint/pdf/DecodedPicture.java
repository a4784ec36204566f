package offprint.pdf;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;

/**
 * A picture's pixels, for forms that a PDF does not have: GIF's and WebP's first frame, CMYK, 16
 * bits, interlacing, transparency. Eight bits for each colour, and for the opacity where it varies.
 */
@SuppressWarnings("ArrayRecordComponent") // made here and written at once
record DecodedPicture(
    int width, int height, int components, byte[] colours, byte @Nullable [] opacity) {

  static DecodedPicture of(Asset asset) throws UnreadablePicture {
    System.setProperty("java.awt.headless", "true"); // no display is needed, nor asked for
    BufferedImage image = read(asset);
    boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    return grey ? grey(image) : rgb(image);
  }

  private static BufferedImage read(Asset asset) throws UnreadablePicture {
    try {
      BufferedImage image =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(asset.bytes())));
      if (image == null) {
        throw new UnreadablePicture("its form is unknown", null);
      }
      return image;
    } catch (IOException | RuntimeException e) {
      // Decoders of broken pictures throw all that an index or a size can cause.
      throw new UnreadablePicture("its pixels are broken", e);
    }
  }

  private static DecodedPicture rgb(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] colours = new byte[3 * width * height];
    byte[] opacity = new byte[width * height];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        colours[3 * at] = (byte) (pixel >> 16);
        colours[3 * at + 1] = (byte) (pixel >> 8);
        colours[3 * at + 2] = (byte) pixel;
        opacity[at++] = (byte) (pixel >> 24);
      }
    }
    return new DecodedPicture(width, height, 3, colours, varying(opacity));
  }

  // getRGB would brighten greys: java.awt takes them for linear light, which no file means.
  private static DecodedPicture grey(BufferedImage image) {
    Raster raster = image.getRaster();
    boolean transparent = image.getColorModel().hasAlpha() && raster.getNumBands() > 1;
    return new DecodedPicture(
        image.getWidth(),
        image.getHeight(),
        1,
        band(raster, 0),
        transparent ? varying(band(raster, 1)) : null);
  }

  private static byte[] band(Raster raster, int band) {
    int greatest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
    byte[] samples = new byte[raster.getWidth() * raster.getHeight()];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        int sample = raster.getSample(raster.getMinX() + x, raster.getMinY() + y, band);
        samples[at++] = (byte) ((sample * 255 + greatest / 2) / greatest);
      }
    }
    return samples;
  }

  private static byte @Nullable [] varying(byte[] opacity) {
    for (byte share : opacity) {
      if (share != -1) {
        return opacity;
      }
    }
    return null;
  }

  PdfIndirectReference write(PdfFile file) throws IOException {
    PdfStream image = image(components == 1 ? PdfName.DEVICEGRAY : PdfName.DEVICERGB, colours);
    if (opacity != null) {
      image.put(PdfName.SMASK, file.write(image(PdfName.DEVICEGRAY, opacity)));
    }
    return file.write(image);
  }

  private PdfStream image(PdfObject colourSpace, byte[] samples) {
    PdfStream image = new PdfStream(samples);
    image.put(PdfName.TYPE, PdfName.XOBJECT);
    image.put(PdfName.SUBTYPE, PdfName.IMAGE);
    image.put(PdfName.WIDTH, new PdfNumber(width));
    image.put(PdfName.HEIGHT, new PdfNumber(height));
    image.put(PdfName.BITSPERCOMPONENT, new PdfNumber(8));
    image.put(PdfName.COLORSPACE, colourSpace);
    image.flateCompress(PdfStream.BEST_COMPRESSION);
    return image;
  }
}
