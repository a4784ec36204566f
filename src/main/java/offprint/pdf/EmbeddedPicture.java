package offprint.pdf;

import org.openpdf.text.pdf.PdfContentByte;

/** A picture in the file, which pages may draw as often as they like. */
interface EmbeddedPicture {
  /**
   * @param x of the left edge, in points
   * @param y of the lower edge, in points from the page's foot
   * @param width in points
   * @param height in points
   */
  void paint(PdfContentByte content, double x, double y, double width, double height);
}
