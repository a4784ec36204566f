package offprint.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.imageio.ImageIO;
import offprint.source.Asset;
import offprint.source.Exif;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.junit.jupiter.api.Test;

class RetoucherTest {
  private static final Place PLACE = new Place("reef.md", 3, 1);

  private static final String FRAME = "2C0000000001000100000202440100";
  private static final String LOOP = "21FF0B4E45545343415045322E300301000000";
  private static final String XMP = "21FF0B584D502044617461584D50023C7800";

  private final Findings findings = new Findings();
  private final Retoucher retoucher = new Retoucher(200, findings);

  @Test
  void whatEveryReaderShowsStaysAsItIs() {
    byte[] jpeg = JpegWriter.of(Shots.flag(64), new byte[0]);
    Asset asset = Shots.asset("reef.jpg", 64, 32, jpeg);
    assertThat(retoucher.retouch(asset, PLACE)).isSameAs(asset);
    byte[] png = PngWriter.of(Shots.flag(64), new byte[0]);
    asset = Shots.asset("reef.png", 64, 32, png);
    assertThat(retoucher.retouch(asset, PLACE)).isSameAs(asset);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whatTheCameraWroteBesideThePictureGoesAndThePictureStays() {
    Asset asset = Shots.asset("reef.jpg", 64, 32, Shots.camera(64, 1));
    assertThat(Exif.of(asset.bytes()).position()).isTrue();
    byte[] bare = retoucher.retouch(asset, PLACE).bytes();
    assertThat(bare).isEqualTo(JpegWriter.of(Shots.flag(64), new byte[0]));
  }

  @Test
  void textsInAPngGoAndItsColoursStay() {
    byte[] plain = PngWriter.of(Shots.flag(64), new byte[0]);
    byte[] gamma = Shots.png(plain, "gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
    byte[] told = Shots.png(gamma, "tEXt", "Author\0Ada".getBytes(StandardCharsets.US_ASCII));
    told = Shots.png(told, "eXIf", Shots.exif(1));
    assertThat(retoucher.retouch(Shots.asset("reef.png", 64, 32, told), PLACE).bytes())
        .isEqualTo(gamma);
  }

  @Test
  void aPictureOnItsSideIsSetUpright() throws UnreadablePicture {
    // The camera was turned: its left is the picture's head, its foot the picture's left.
    Asset lying = Shots.asset("reef.jpg", 32, 64, Shots.camera(64, 6));
    Asset upright = retoucher.retouch(lying, PLACE);
    assertThat(upright.width()).isEqualTo(32);
    assertThat(upright.height()).isEqualTo(64);
    assertThat(Exif.of(upright.bytes())).isEqualTo(Exif.NONE);
    Pixels pixels = Pixels.of(upright);
    assertThat(Shots.colour(pixels, 4, 4)).isEqualTo("#0F0");
    assertThat(Shots.colour(pixels, 28, 4)).isEqualTo("#F00");
    assertThat(Shots.colour(pixels, 28, 60)).isEqualTo("#00F");
  }

  @Test
  void aLargePictureIsMadeSmallerAndThatIsSaid() throws UnreadablePicture {
    Asset large = Shots.asset("reef.jpg", 640, 320, JpegWriter.of(Shots.flag(640), new byte[0]));
    Asset small = retoucher.retouch(large, PLACE);
    assertThat(small.width()).isEqualTo(200);
    assertThat(small.height()).isEqualTo(100);
    Pixels pixels = Pixels.of(small);
    assertThat(pixels.width()).isEqualTo(200);
    assertThat(Shots.colour(pixels, 10, 10)).isEqualTo("#F00");
    assertThat(Shots.colour(pixels, 190, 10)).isEqualTo("#00F");
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly(
            "reef.md:3:1: info: 'reef.jpg' has 640 x 320 pixels, and 200 x 100 in the EPUB"
                + " [picture-reduced]\n"
                + "  hint: picture-pixels: in the front matter allows more, or fewer");
  }

  @Test
  void aDrawingIsMadeSmallerWithoutLoss() {
    Asset large = Shots.asset("reef.png", 640, 320, PngWriter.of(Shots.flag(640), new byte[0]));
    assertThat(retoucher.retouch(large, PLACE).mediaType()).isEqualTo("image/png");
  }

  @Test
  void whatIsTransparentIsShownOnWhite() throws Exception {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(3, 3, 0xFF000000);
    image.setRGB(4, 3, 0x80FF0000);
    Asset asset = Shots.asset("line.png", 20, 10, written(image, "png"));
    Pixels shown = Pixels.of(retoucher.retouch(asset, PLACE));
    assertThat(shown.opacity()).isNull();
    assertThat(Shots.colour(shown, 0, 0)).isEqualTo("#FFF");
    assertThat(Shots.colour(shown, 3, 3)).isEqualTo("#000");
    assertThat(shown.colours()[(3 * 20 + 4) * 3 + 1] & 0xFF).isEqualTo(127);
  }

  @Test
  void aPngThatIsOpaqueAllOverStaysAsItIs() throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 200; i++) {
      image.setRGB(i % 20, i / 20, 0xFF336699);
    }
    Asset asset = Shots.asset("flat.png", 20, 10, written(image, "png"));
    assertThat(retoucher.retouch(asset, PLACE)).isSameAs(asset);
  }

  @Test
  void formsThatReadersDoNotKnowAreTurnedIntoOnesTheyDo() throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    Asset asset = Shots.asset("plan.bmp", 20, 10, written(image, "bmp"));
    assertThat(retoucher.retouch(asset, PLACE).mediaType()).isEqualTo("image/png");
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly("'plan.bmp' is BMP, which not every reader knows; the EPUB has it as PNG");
  }

  @Test
  void whatProgramsNotedInAGifGoesAndItGoesOnMoving() {
    Asset noted =
        Shots.asset("wave.gif", 1, 1, Shots.gif(1, "21FE0341646100", LOOP, FRAME, XMP, FRAME));
    assertThat(retoucher.retouch(noted, PLACE).bytes()).isEqualTo(Shots.gif(1, LOOP, FRAME, FRAME));
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aLargeGifIsMadeSmallerOnlyIfItStandsStill() throws IOException {
    BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_BYTE_BINARY);
    Asset still =
        retoucher.retouch(Shots.asset("plan.gif", 400, 100, written(image, "gif")), PLACE);
    assertThat(still).hasToString("plan.gif (image/png, 200 x 50)");
    Asset moving = Shots.asset("wave.gif", 400, 400, Shots.gif(400, FRAME, FRAME));
    assertThat(retoucher.retouch(moving, PLACE)).isSameAs(moving);
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly(
            "'plan.gif' has 400 x 100 pixels, and 200 x 50 in the EPUB",
            "'wave.gif' moves, so that the EPUB has all its 400 x 400 pixels");
  }

  @Test
  void ofWhatMovesACoverIsTheFirstFrame() {
    Asset moving = Shots.asset("wave.gif", 1, 1, Shots.gif(1, FRAME, FRAME));
    // One pixel, which is like no neighbour: as a photograph.
    assertThat(retoucher.cover(moving, PLACE).mediaType()).isEqualTo("image/jpeg");
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly(
            "'wave.gif' moves, and the EPUB shows its first frame alone",
            "'wave.gif' is GIF, which not every reader knows; the EPUB has it as JPEG");
  }

  @Test
  void ofAWebpThatMovesTheFirstFrameIsShown() {
    Asset moving = retoucher.retouch(Shots.asset("wave.webp", 1, 1, Shots.webp(2)), PLACE);
    assertThat(Motion.moves(moving)).isFalse();
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("picture-still", "picture-converted");
    assertThat(findings.hasWarnings()).isTrue();
    assertThat(Motion.moves(Shots.asset("still.webp", 1, 1, Shots.webp(1)))).isFalse();
  }

  @Test
  void aPngThatMovesGoesOnMoving() throws IOException {
    BufferedImage image = new BufferedImage(400, 100, BufferedImage.TYPE_INT_ARGB);
    byte[] png = Shots.png(written(image, "png"), "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
    Asset asset = Shots.asset("wave.png", 400, 100, png);
    assertThat(retoucher.retouch(asset, PLACE)).isSameAs(asset);
    assertThat(Motion.moves(asset)).isTrue();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("picture-moves");
  }

  @Test
  void aPhotographInADrawingSaysNotWhereItWasTaken() {
    String svg = "<svg width='1' height='1'><image href='data:image/jpeg;base64,%s'/></svg>";
    Asset noted = drawing(svg, Shots.camera(64, 1));
    assertThat(retoucher.retouch(noted, PLACE).bytes())
        .isEqualTo(drawing(svg, JpegWriter.of(Shots.flag(64), new byte[0])).bytes());
    Asset lying = retoucher.retouch(drawing(svg, Shots.camera(64, 6)), PLACE);
    String data = new String(lying.bytes(), StandardCharsets.US_ASCII).replaceAll(".*,|'.*", "");
    byte[] upright = Base64.getDecoder().decode(data);
    assertThat(Exif.of(upright)).isEqualTo(Exif.NONE);
    Asset broken = drawing(svg, new byte[] {-1, -0x28, -1, 1});
    assertThat(retoucher.retouch(broken, PLACE)).isSameAs(broken);
  }

  private static Asset drawing(String svg, byte[] photograph) {
    String data = Base64.getEncoder().encodeToString(photograph);
    byte[] bytes = svg.formatted(data).getBytes(StandardCharsets.US_ASCII);
    return new Asset("plan.svg", "image/svg+xml", 1, 1, bytes);
  }

  @Test
  void aPictureThatCannotBeReadIsAnError() {
    Asset broken = Shots.asset("reef.tiff", 20, 10, new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
    retoucher.retouch(broken, PLACE);
    assertThat(findings.hasErrors()).isTrue();
  }

  private static byte[] written(BufferedImage image, String form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, form, out);
    return out.toByteArray();
  }
}
