package offprint.pdf;

import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;

/**
 * An image XObject.
 *
 * @param orientation how the pixels lie (Exif 2.32, tag 0x0112): 1 to 8
 */
record RasterPicture(PdfFile file, PdfName name, PdfIndirectReference image, int orientation)
    implements EmbeddedPicture {
  // The unit square onto itself, for each orientation: a to f of ISO 32000-1, 8.3.4.
  private static final int[][] TURNS = {
    {1, 0, 0, 1, 0, 0},
    {-1, 0, 0, 1, 1, 0},
    {-1, 0, 0, -1, 1, 1},
    {1, 0, 0, -1, 0, 1},
    {0, -1, -1, 0, 1, 1},
    {0, -1, 1, 0, 0, 1},
    {0, 1, 1, 0, 0, 0},
    {0, 1, -1, 0, 1, 0},
  };

  @Override
  public void paint(PdfContentByte content, double x, double y, double width, double height) {
    file.pageObject(name, image);
    int[] turn = TURNS[orientation - 1];
    content.saveState();
    content.concatCTM(
        (float) (turn[0] * width),
        (float) (turn[1] * height),
        (float) (turn[2] * width),
        (float) (turn[3] * height),
        (float) (turn[4] * width + x),
        (float) (turn[5] * height + y));
    content.setLiteral(name + " Do\n");
    content.restoreState();
  }
}
