package offprint.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompressorTest {
  @Test
  void zlibHasNoNameSoThatItIsTheSameEverywhere() {
    assertThat(Compressor.here()).isEmpty();
  }
}
