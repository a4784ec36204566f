package offprint.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import offprint.picture.JpegFile;
import offprint.picture.UnreadablePicture;
import offprint.source.Asset;
import offprint.source.Exif;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;

/**
 * The article's pictures, each embedded once, when a page first shows it. JPEG and PNG go in as
 * they are wherever a PDF can hold them; java.awt is called for the others alone.
 */
final class EmbeddedPictures {
  private final PdfFile file;
  private final Findings findings;
  private final Map<Asset, Optional<EmbeddedPicture>> pictures = new IdentityHashMap<>();

  EmbeddedPictures(PdfFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Null where the picture cannot be shown, which is then among the findings. */
  @Nullable EmbeddedPicture of(Asset asset) throws IOException {
    Optional<EmbeddedPicture> known = pictures.get(asset);
    if (known == null) {
      known = embed(asset);
      pictures.put(asset, known);
    }
    return known.orElse(null);
  }

  /** Whether every picture so far could be shown. */
  boolean allShown() {
    return pictures.values().stream().allMatch(Optional::isPresent);
  }

  private Optional<EmbeddedPicture> embed(Asset asset) throws IOException {
    try {
      return Optional.of(
          switch (asset.mediaType()) {
            case "image/jpeg" -> jpeg(asset);
            case "image/png" -> png(asset);
            case "image/svg+xml" -> VectorPicture.of(asset, file, findings);
            default -> raster(DecodedPicture.write(asset, new byte[0], file), asset);
          });
    } catch (UnreadablePicture e) {
      findings.error(
          "not-a-picture",
          Place.of(asset.path()),
          "the picture cannot be read: " + e.getMessage(),
          "open it in a picture editor and save it again");
      return Optional.empty();
    }
  }

  private EmbeddedPicture jpeg(Asset asset) throws IOException, UnreadablePicture {
    JpegFile jpeg = JpegFile.of(asset.bytes());
    if (!jpeg.isPlain()) {
      return raster(DecodedPicture.write(asset, jpeg.profile(), file), asset);
    }
    PdfStream image = new PdfStream(jpeg.bare());
    image.put(PdfName.TYPE, PdfName.XOBJECT);
    image.put(PdfName.SUBTYPE, PdfName.IMAGE);
    image.put(PdfName.WIDTH, new PdfNumber(jpeg.width()));
    image.put(PdfName.HEIGHT, new PdfNumber(jpeg.height()));
    image.put(PdfName.BITSPERCOMPONENT, new PdfNumber(8));
    image.put(PdfName.COLORSPACE, IccProfile.colourSpace(jpeg.profile(), jpeg.components(), file));
    image.put(PdfName.FILTER, PdfName.DCTDECODE);
    return raster(file.write(image), asset);
  }

  private EmbeddedPicture png(Asset asset) throws IOException, UnreadablePicture {
    PngFile png = PngFile.of(asset.bytes());
    PdfStream image = png.image(file);
    PdfIndirectReference reference =
        image == null ? DecodedPicture.write(asset, png.profile(), file) : file.write(image);
    return raster(reference, asset);
  }

  private EmbeddedPicture raster(PdfIndirectReference image, Asset asset) {
    int orientation = Exif.of(asset.bytes()).orientation();
    return new RasterPicture(file, new PdfName("Im" + pictures.size()), image, orientation);
  }
}
