package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import offprint.device.Device;
import offprint.document.Settings;
import offprint.page.Imposition;
import offprint.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --check} says of an article before its copy is sent to a device. */
class CheckTest {
  // Two frames of one pixel.
  private static final String MOVING =
      "47494638396101000100800000000000ffffff2c00000000010001000002024401002c000000000100010000"
          + "02024401003b";

  @TempDir Path folder;

  @Test
  void nothingIsSaidOfAPlainArticle() throws IOException {
    assertThat(
            check(
                List.of(Device.values()),
                """
                # Tides

                By Ada Reef

                Words, a [link](https://example.org/) and a note.[^1]

                [^1]: A note.

                ## Ebb

                | a | b |
                |---|---|
                | 1 | 2 |
                """))
        .isEmpty();
  }

  @Test
  void nothingIsCheckedUnlessAskedFor() throws IOException {
    assertThat(check(List.of(), "# Tides\n\nA formula: $x^2$.")).isEmpty();
  }

  @Test
  void aKindleIsToldOfWhatItSpoils() throws IOException {
    Files.write(folder.resolve("wave.gif"), HexFormat.of().parseHex(MOVING));
    Files.writeString(
        folder.resolve("plan.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9'/></svg>");
    assertThat(
            check(
                List.of(Device.KINDLE),
                """
                # Tides

                A formula: $x^2$, and $y$.

                ![%s](plan.svg)

                ![A wave](wave.gif)

                ## Ebb

                ### Slack

                #### Foam

                <table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>
                """
                    .formatted("plan ".repeat(30).strip())))
        .containsExactly(
            "3:12 kindle-formula",
            "5:1 kindle-picture",
            "5:1 kindle-alternative",
            "7:1 kindle-picture",
            "13:1 kindle-contents",
            "15:16 kindle-table");
  }

  @Test
  void aLinkThatLeadsNowhereIsToldOfWhereItStands() throws IOException {
    assertThat(
            check(
                List.of(Device.KOBO),
                """
                # Tides

                To [the next page](next.html), to
                [a file](ftp://example.org/hosts), to [Ada](mailto:ada@example.org).
                """))
        .containsExactly("3:4 kobo-link", "4:1 kobo-link");
  }

  @Test
  void aKoboIsToldOfWideTables() throws IOException {
    String wide = "# Tides\n\n|a|b|c|d|e|\n|-|-|-|-|-|\n|1|2|3|4|5|\n";
    assertThat(check(List.of(Device.KOBO), wide)).containsExactly("3:1 kobo-table");
    assertThat(check(List.of(Device.APPLE), wide)).isEmpty();
  }

  @Test
  void aCoverIsMeasured() throws IOException {
    ImageIO.write(
        new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB),
        "png",
        folder.resolve("front.png").toFile());
    String article = "---\ntitle: Tides\ncover: front.png\n---\n\nWords.\n";
    assertThat(check(List.of(Device.values()), article))
        .containsExactly("3:8 kindle-cover", "3:8 kindle-cover", "3:8 apple-cover");
  }

  @Test
  void aPictureOfTooManyPixelsIsToldOf() throws IOException {
    ImageIO.write(
        new BufferedImage(2500, 2500, BufferedImage.TYPE_BYTE_BINARY),
        "png",
        folder.resolve("map.png").toFile());
    String article = "---\ntitle: Tides\npicture-pixels: 3000\n---\n\n![A map](map.png)\n";
    assertThat(check(List.of(Device.APPLE), article)).containsExactly("6:1 apple-picture");
  }

  private List<String> check(List<Device> devices, String text) throws IOException {
    Path article = Files.writeString(folder.resolve("tides.md"), text);
    Press.Options options =
        new Press.Options(
            Settings.NONE,
            List.of(Format.EPUB),
            false,
            new Imposition(null, Imposition.OFFICE_PAPER),
            devices);
    Press.Result result = new Press(options).press(article, folder.resolve("out"));
    assertThat(result.failed()).as(result.findings().toString()).isFalse();
    return result.findings().stream()
        .filter(f -> f.code().matches("(kindle|kobo|apple)-.*"))
        .filter(f -> f.severity() == Finding.Severity.WARNING && f.hint() != null)
        .map(f -> f.place().line() + ":" + f.place().column() + " " + f.code())
        .toList();
  }
}
