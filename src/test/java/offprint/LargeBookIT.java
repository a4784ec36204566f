package offprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.epub.EpubReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as it was built, with a book of five thousand sections and little memory. */
class LargeBookIT {
  private static final Path LAUNCHER = Path.of("target/offprint/bin/offprint").toAbsolutePath();
  private static final int SECTIONS = 5_000;
  private static final int PICTURES = 500;
  private static final String[] WORDS =
      "the reef and its sand lie quiet under a harbour of slow water while ships wait".split(" ");

  @TempDir Path desk;

  @BeforeEach
  void posix() {
    assumeFalse(File.separatorChar == '\\', "the launcher is a POSIX shell's");
  }

  @Test
  void theBookIsWrittenIn128Megabytes() throws Exception {
    byte[] shot = shot();
    StringBuilder text = new StringBuilder("---\ntitle: Reefs\ndate: 2025-12-01\n---\n");
    Random random = new Random(1981);
    for (int i = 0; i < SECTIONS; i++) {
      text.append("\n# Reef ").append(i + 1).append("\n\n");
      for (int word = 0; word < 100; word++) {
        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
      }
      text.append("[more](https://example.org/").append(i).append(").\n");
      if (i % (SECTIONS / PICTURES) == 0) {
        text.append("\n![A reef](reef-").append(i).append(".jpg)\n");
        Files.write(desk.resolve("reef-" + i + ".jpg"), remarked(shot, "reef " + i));
      }
    }
    Files.writeString(desk.resolve("reefs.md"), text);

    assertThat(run("-Xmx128m", "reefs.md", "--format", "epub", "-d", "out")).isEmpty();

    Book book = new EpubReader().readEpub(Files.newInputStream(desk.resolve("out/reefs.epub")));
    assertThat(book.getSpine().size()).isEqualTo(SECTIONS);
    assertThat(book.getTableOfContents().size()).isEqualTo(SECTIONS + 1);
    assertThat(book.getResources().getAll())
        .filteredOn(file -> file.getHref().endsWith(".jpg"))
        .hasSize(PICTURES)
        .allSatisfy(file -> assertThat(file.getSize()).isEqualTo(shot.length));
  }

  private String run(String options, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(arguments).directory(desk.toFile());
    builder.command().addFirst(LAUNCHER.toString());
    builder.environment().put("OFFPRINT_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("OFFPRINT_JAVA_OPTIONS", options);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream said = process.getErrorStream()) {
      String all = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? all : "failed: " + all;
    }
  }

  /** Something like a photograph. */
  private static byte[] shot() throws IOException {
    BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    Random random = new Random(1981);
    for (int i = 0; i < 400; i++) {
      drawing.setColor(new Color(random.nextInt(0x1000000)));
      drawing.fillOval(random.nextInt(1200), random.nextInt(800), 200, 100);
    }
    drawing.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /** The same picture in another file: with a remark, which the EPUB leaves out. */
  private static byte[] remarked(byte[] jpeg, String remark) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (remark.length() + 2)});
    file.writeBytes(remark.getBytes(StandardCharsets.US_ASCII));
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }
}
