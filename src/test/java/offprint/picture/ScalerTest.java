package offprint.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalerTest {
  @Test
  void theLongerSideFitsAndTheOtherKeepsItsProportion() {
    Pixels small = Scaler.fit(Shots.flag(300), 100);
    assertThat(small.width()).isEqualTo(100);
    assertThat(small.height()).isEqualTo(50);
    Pixels high = Scaler.fit(new Pixels(1, 3000, 1, new byte[3000], null), 100);
    assertThat(high.width()).isEqualTo(1);
    assertThat(high.height()).isEqualTo(100);
  }

  @Test
  void whatFitsStays() {
    Pixels pixels = Shots.flag(100);
    assertThat(Scaler.fit(pixels, 100)).isSameAs(pixels);
  }

  @Test
  void whiteStaysWhiteAndAnEdgeStaysInItsPlace() {
    byte[] half = new byte[90 * 90];
    for (int i = 0; i < half.length; i++) {
      half[i] = (byte) (i % 90 < 45 ? 255 : 0);
    }
    Pixels small = Scaler.fit(new Pixels(90, 90, 1, half, null), 30);
    byte[] row = Arrays.copyOfRange(small.colours(), 0, 30);
    assertThat(Arrays.copyOfRange(row, 0, 12)).containsOnly(255);
    assertThat(Arrays.copyOfRange(row, 18, 30)).containsOnly(0);
    assertThat(row[14] & 0xFF).isGreaterThan(200);
    assertThat(row[15] & 0xFF).isLessThan(55);
  }
}
