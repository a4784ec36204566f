package offprint.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExifTest {
  private static final Place PLACE = new Place("reef.md", 3, 1);

  @TempDir Path folder;

  @Test
  void aTiffOnItsSideIsAsWideAsItIsSeen() throws Exception {
    Findings findings = new Findings();
    Asset asset = read("reef.tif", tiff(ByteOrder.BIG_ENDIAN, 8, false), findings);
    assertThat(asset.mediaType()).isEqualTo("image/tiff");
    assertThat(asset.width()).isEqualTo(200);
    assertThat(asset.height()).isEqualTo(300);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whereAPictureWasTakenIsToldOf() throws Exception {
    Findings findings = new Findings();
    read("reef.tif", tiff(ByteOrder.LITTLE_ENDIAN, 1, true), findings);
    assertThat(findings.list()).extracting(Finding::code).containsExactly("picture-position");
  }

  @Test
  void whatIsBrokenSaysNothing() {
    byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, 6, true);
    for (int length = 4; length < 10; length++) {
      assertThat(Exif.of(java.util.Arrays.copyOf(tiff, length))).isEqualTo(Exif.NONE);
    }
    assertThat(Exif.of("RIFF\uffff\uffff".getBytes(StandardCharsets.UTF_8))).isEqualTo(Exif.NONE);
  }

  @Test
  void aBitmapFromAboveIsHighToo() throws Exception {
    byte[] file = new byte[54];
    ByteBuffer.wrap(file)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'B', 'M'})
        .putInt(14, 40)
        .putInt(18, 7)
        .putInt(22, -5);
    Asset asset = read("plan.bmp", file, new Findings());
    assertThat(asset.width()).isEqualTo(7);
    assertThat(asset.height()).isEqualTo(5);
  }

  @Test
  void whatPhonesSaveIsCalledByItsName() throws Exception {
    Findings findings = new Findings();
    byte[] avif = HexFormat.of().parseHex("0000001c66747970617669660000000061766966");
    Files.write(folder.resolve("a.avif"), avif);
    new Pictures(new Source("reef.md", folder, "text"), findings).read("a.avif", PLACE);
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly("the picture 'a.avif' is AVIF");
  }

  private Asset read(String name, byte[] bytes, Findings findings) throws Exception {
    Files.write(folder.resolve(name), bytes);
    Asset asset = new Pictures(new Source("reef.md", folder, "text"), findings).read(name, PLACE);
    assertThat(asset).isNotNull();
    return java.util.Objects.requireNonNull(asset);
  }

  /** A directory alone, of a picture 300 wide and 200 high as it lies. */
  private static byte[] tiff(ByteOrder order, int orientation, boolean position) {
    ByteBuffer tiff = ByteBuffer.allocate(64).order(order);
    tiff.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
    tiff.putShort((short) 42).putInt(8).putShort((short) (position ? 4 : 3));
    entry(tiff, 256, 300);
    entry(tiff, 257, 200);
    entry(tiff, 0x0112, orientation);
    if (position) {
      entry(tiff, 0x8825, 0);
    }
    return tiff.array();
  }

  private static void entry(ByteBuffer tiff, int tag, int value) {
    tiff.putShort((short) tag).putShort((short) 3).putInt(1);
    tiff.putShort((short) value).putShort((short) 0);
  }
}
