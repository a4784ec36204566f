package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.document.Metadata;
import offprint.source.Asset;
import offprint.source.Finding;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;

/** What is said of an author's own cover, at the place where it is named. */
class CoverCheckerTest {
  private final Findings findings = new Findings();

  private void check(String form, int width, int height) {
    Asset picture = new Asset("front", "image/" + form, width, height, new byte[0]);
    CoverChecker.check(new Metadata.Cover(picture, Articles.PLACE), findings);
  }

  @Test
  void ofOneThatIsWellNothingIsSaid() {
    check("jpeg", 1600, 2560);
    check("png", 1000, 1200);
    check("png", 1000, 1900);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void oneThatIsTooSmallLooksCoarse() {
    check("jpeg", 999, 1600);
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly(
            "article.md:3:1: warning: the cover 'front' has 999 x 1600 pixels, and looks coarse"
                + " where it is shown large [cover-small]\n"
                + "  hint: 1600 x 2560 pixels as JPEG or PNG are best; without cover: one is made");
  }

  @Test
  void oneThatIsWideOrVeryTallLeavesRoomEmpty() {
    check("jpeg", 2000, 2300);
    check("jpeg", 1000, 2000);
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly(
            "the cover 'front' is 1.15 times as high as wide; readers have room for 1.6",
            "the cover 'front' is 2.00 times as high as wide; readers have room for 1.6");
    assertThat(findings.hasWarnings()).isFalse();
  }

  @Test
  void aDrawingHasNoPixelsButIsNotShownByAll() {
    check("svg+xml", 16, 25);
    assertThat(findings.list()).extracting(Finding::code).containsExactly("cover-drawn");
    assertThat(findings.hasWarnings()).isTrue();
  }
}
