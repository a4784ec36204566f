package offprint.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;

/**
 * A picture's pixels, row by row from the top: eight bits for each colour, and for the opacity
 * where it varies. A JPEG's and a PNG's are the file's own, so that its profile goes on to say what
 * they mean; CMYK, palettes and other forms are told in sRGB.
 *
 * @param components 1 for grey, 3 for RGB
 * @param opacity null where all is opaque
 */
@SuppressWarnings("ArrayRecordComponent") // made here and written at once
public record Pixels(
    int width, int height, int components, byte[] colours, byte @Nullable [] opacity) {

  /** All pixels of a picture; of one that moves, its first frame's. */
  public static Pixels of(Asset asset) throws UnreadablePicture {
    return of(asset, Integer.MAX_VALUE);
  }

  /**
   * At least twice as many on the longer side as are wanted, where there are so many: what is far
   * larger is not held in memory as a whole.
   */
  static Pixels of(Asset asset, int wanted) throws UnreadablePicture {
    System.setProperty("java.awt.headless", "true"); // no display is needed, nor asked for
    long longer = Math.max(asset.width(), asset.height());
    BufferedImage image = read(asset, (int) Math.max(1, longer / (2L * wanted)));
    boolean grey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    boolean profiled =
        asset.mediaType().equals("image/jpeg") || asset.mediaType().equals("image/png");
    boolean asTheyAre =
        image.getColorModel() instanceof ComponentColorModel model
            && (grey || isRgb(model.getColorSpace()) && (profiled || isSrgb(model.getColorSpace())))
            && !model.isAlphaPremultiplied();
    return asTheyAre ? bands(image, grey ? 1 : 3) : rgb(image);
  }

  private static boolean isRgb(ColorSpace space) {
    return space.getType() == ColorSpace.TYPE_RGB;
  }

  private static boolean isSrgb(ColorSpace space) {
    return space.isCS_sRGB();
  }

  private static BufferedImage read(Asset asset, int step) throws UnreadablePicture {
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(asset.bytes()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnreadablePicture("its form is unknown", null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Decoders of broken pictures throw all that an index or a size can cause.
      throw new UnreadablePicture("its pixels are broken", e);
    }
  }

  private static Pixels rgb(BufferedImage decoded) {
    BufferedImage image = decoded;
    if (decoded.getColorModel() instanceof ComponentColorModel model
        && !isSrgb(model.getColorSpace())) {
      // At once: getRGB would ask the profile about each pixel by itself.
      image =
          new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
      new ColorConvertOp(null).filter(decoded, image);
    }
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
    return new Pixels(width, height, 3, colours, varying(opacity));
  }

  // Not by getRGB, which would brighten greys: java.awt takes them for linear light.
  private static Pixels bands(BufferedImage image, int components) {
    Raster raster = image.getRaster();
    int size = image.getWidth() * image.getHeight();
    byte[] whole = interleaved(raster, components);
    if (whole != null) {
      return new Pixels(image.getWidth(), image.getHeight(), components, whole, null);
    }
    byte[] colours = new byte[components * size];
    for (int band = 0; band < components; band++) {
      band(raster, band, colours, band, components);
    }
    byte[] opacity = null;
    if (image.getColorModel().hasAlpha() && raster.getNumBands() > components) {
      opacity = new byte[size];
      band(raster, components, opacity, 0, 1);
      opacity = varying(opacity);
    }
    return new Pixels(image.getWidth(), image.getHeight(), components, colours, opacity);
  }

  /**
   * The decoder's own bytes, put in order where they stand, for a photograph may fill much of the
   * memory; null where they lie otherwise than pixel by pixel.
   */
  private static byte @Nullable [] interleaved(Raster raster, int components) {
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && raster.getNumBands() == components
        && model.getPixelStride() == components
        && model.getBandOffsets()[components / 2] == components / 2
        && buffer.getData().length == components * raster.getWidth() * raster.getHeight()) {
      byte[] samples = buffer.getData();
      if (components == 3 && model.getBandOffsets()[0] == 2) {
        for (int at = 0; at < samples.length; at += 3) {
          byte blue = samples[at];
          samples[at] = samples[at + 2];
          samples[at + 2] = blue;
        }
      }
      return samples;
    }
    return null;
  }

  private static void band(Raster raster, int band, byte[] to, int first, int step) {
    int greatest = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
    int width = raster.getWidth();
    int[] row = new int[width];
    int at = first;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
      for (int sample : row) {
        to[at] = (byte) ((sample * 255L + greatest / 2) / greatest);
        at += step;
      }
    }
  }

  private static byte @Nullable [] varying(byte[] opacity) {
    for (byte share : opacity) {
      if (share != -1) {
        return opacity;
      }
    }
    return null;
  }

  /** As they show on white paper, opaque. */
  Pixels onWhite() {
    if (opacity == null) {
      return this;
    }
    byte[] shown = new byte[colours.length];
    for (int i = 0; i < shown.length; i++) {
      int share = opacity[i / components] & 0xFF;
      shown[i] = (byte) (255 - ((255 - (colours[i] & 0xFF)) * share + 127) / 255);
    }
    return new Pixels(width, height, components, shown, null);
  }

  /** Upright, for opaque ones that lie as an orientation says (Exif 2.32, tag 0x0112). */
  Pixels upright(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean turned = orientation >= 5;
    boolean fromRight =
        orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    boolean fromFoot = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    int wide = turned ? height : width;
    int high = turned ? width : height;
    byte[] placed = new byte[colours.length];
    int at = 0;
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int column = turned ? y : x;
        int row = turned ? x : y;
        int from =
            (fromFoot ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
        for (int i = 0; i < components; i++) {
          placed[at++] = colours[from * components + i];
        }
      }
    }
    return new Pixels(wide, high, components, placed, null);
  }

  /**
   * Whether it is rather a photograph than a drawing: in a drawing most pixels are as their
   * neighbour to the left.
   */
  boolean isPhotograph() {
    long alike = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 1; x < width; x++) {
        int at = (y * width + x) * components;
        int same = 0;
        while (same < components && colours[at + same] == colours[at + same - components]) {
          same++;
        }
        alike += same == components ? 1 : 0;
      }
    }
    return alike * 2 < (long) width * height;
  }
}
