package offprint.pdf;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DomProcessor;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import offprint.picture.UnreadablePicture;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Place;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;

/**
 * An SVG as a form XObject, lines as lines and words as outlines.
 *
 * @param width in the template's units
 * @param height in the template's units
 */
record VectorPicture(PdfTemplate template, double width, double height) implements EmbeddedPicture {

  static VectorPicture of(Asset asset, PdfFile file, Findings findings) throws UnreadablePicture {
    System.setProperty("java.awt.headless", "true"); // no display is needed, nor asked for
    try {
      PdfTemplate template = PdfTemplate.createTemplate(file, asset.width(), asset.height());
      Graphics2D graphics = template.createGraphicsShapes(asset.width(), asset.height());
      ViewBox box = new ViewBox(asset.width(), asset.height());
      drawing(asset, findings).render((Component) null, graphics, box);
      graphics.dispose();
      return new VectorPicture(template, asset.width(), asset.height());
    } catch (RuntimeException e) {
      throw new UnreadablePicture("its drawing is broken", e);
    } catch (LinkageError | InternalError e) {
      // java.awt asks fontconfig for any word's font, and not every system has it.
      throw new UnreadablePicture("this system has no fonts for its words", e);
    }
  }

  private static SVGDocument drawing(Asset asset, Findings findings) throws UnreadablePicture {
    byte[] bytes = asset.drawn().bytes();
    DrawingFaces faces = new DrawingFaces(bytes);
    SVGDocument drawing = load(bytes, faces::look);
    if (faces.leave()) {
      findings.warning(
          "drawing-font",
          Place.of(asset.path()),
          "words in this drawing have letters that are drawn in a font of this machine, so that"
              + " another may make another PDF",
          "have the program that it was drawn with turn its words into outlines");
    }
    return faces.serve() ? load(DrawingFaces.inStyles(bytes), DrawingFaces::give) : drawing;
  }

  private static SVGDocument load(byte[] bytes, DomProcessor processor) throws UnreadablePicture {
    LoaderContext alone =
        LoaderContext.builder()
            .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
            .preProcessor(processor)
            .build();
    SVGDocument drawing = new SVGLoader().load(new ByteArrayInputStream(bytes), null, alone);
    if (drawing == null) {
      throw new UnreadablePicture("it is no SVG", null);
    }
    return drawing;
  }

  @Override
  public void paint(PdfContentByte content, double x, double y, double wide, double high) {
    content.addTemplate(
        template, (float) (wide / width), 0, 0, (float) (high / height), (float) x, (float) y);
  }
}
