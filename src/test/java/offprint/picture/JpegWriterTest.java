package offprint.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JpegWriterTest {
  @Test
  void othersReadWhatItWrites() throws UnreadablePicture {
    // A slope of greys with a hue that turns, in a size that no block fits.
    int width = 37;
    int height = 21;
    byte[] colours = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      colours[3 * i] = (byte) (i % width * 6);
      colours[3 * i + 1] = (byte) (i / width * 11);
      colours[3 * i + 2] = (byte) (255 - i % width * 6);
    }
    Pixels before = new Pixels(width, height, 3, colours, null);
    assertThat(furthest(before)).isLessThan(24);
  }

  @Test
  void greysKeepOneChannel() throws UnreadablePicture {
    byte[] greys = new byte[50 * 30];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i % 50 * 5);
    }
    Pixels before = new Pixels(50, 30, 1, greys, null);
    assertThat(furthest(before)).isLessThan(8);
    assertThat(read(JpegWriter.of(before, new byte[0]), 50, 30).components()).isEqualTo(1);
  }

  @Test
  void aLongProfileIsWrittenInPieces() throws UnreadablePicture {
    byte[] profile = new byte[100_000];
    for (int i = 0; i < profile.length; i++) {
      profile[i] = (byte) (i / 251);
    }
    byte[] jpeg = JpegWriter.of(Shots.flag(16), profile);
    assertThat(JpegFile.of(jpeg).profile()).isEqualTo(profile);
    assertThat(JpegFile.of(jpeg).bare()).isSameAs(jpeg);
  }

  /** How far the sample lies from its own that lies furthest. */
  private static int furthest(Pixels before) throws UnreadablePicture {
    Pixels after = read(JpegWriter.of(before, new byte[0]), before.width(), before.height());
    int furthest = 0;
    for (int i = 0; i < before.colours().length; i++) {
      int off = Math.abs((before.colours()[i] & 0xFF) - (after.colours()[i] & 0xFF));
      furthest = Math.max(furthest, off);
    }
    return furthest;
  }

  private static Pixels read(byte[] jpeg, int width, int height) throws UnreadablePicture {
    return Pixels.of(Shots.asset("a.jpg", width, height, jpeg));
  }
}
