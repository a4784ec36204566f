package offprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import offprint.archive.Enclosures;
import offprint.archive.Extractor;
import offprint.archive.Recipe;
import offprint.archive.Unreadable;
import offprint.epub.ContainerReader;
import offprint.pdf.AttachmentReader;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF or an EPUB that Offprint has made, and takes out of it what it was made from. What is
 * wrong with it is an error finding, and null.
 */
final class EditionReader {
  // Of the file, and of all that is packed in it: far more than an article has, and less than would
  // fill a machine.
  private static final long LARGEST = 500_000_000;

  private final Findings findings;

  EditionReader(Findings findings) {
    this.findings = findings;
  }

  /**
   * An edition that was read.
   *
   * @param bytes of the whole file
   */
  record Edition(Format format, byte[] bytes, Enclosures enclosures) {}

  @Nullable Edition read(Path file) {
    String name = file.toString();
    byte[] bytes = bytes(file);
    if (bytes == null) {
      return null;
    }
    try {
      boolean pdf = startsWith(bytes, "%PDF-");
      if (!pdf && !startsWith(bytes, "PK\3\4")) {
        return error(name, "no-edition", "this file is neither a PDF nor an EPUB", null);
      }
      Map<String, byte[]> held =
          pdf ? AttachmentReader.read(bytes, LARGEST) : ContainerReader.entries(bytes, LARGEST);
      boolean windows = FileSystems.getDefault().getSeparator().equals("\\");
      Enclosures enclosures =
          new Extractor(name, windows, findings)
              .read(held, pdf ? Recipe.PATH : ContainerReader.RECIPE);
      if (enclosures == null) {
        return null;
      }
      boolean booklet = enclosures.recipe().options().containsKey("booklet");
      Format format = !pdf ? Format.EPUB : booklet ? Format.BOOKLET : Format.PDF;
      return new Edition(format, bytes, enclosures);
    } catch (Unreadable e) {
      return error(name, "damaged", "this file " + e.getMessage(), null);
    } catch (OutOfMemoryError e) {
      // What is packed may be a thousand times larger than the file.
      return error(
          name,
          "large-file",
          "this file holds more than there is room for",
          "give more memory, OFFPRINT_JAVA_OPTIONS=-Xmx4g, to a file that you trust");
    }
  }

  private byte @Nullable [] bytes(Path file) {
    String name = file.toString();
    try {
      if (!Files.exists(file)) {
        return error(name, "no-such-file", "no such file", null);
      }
      if (!Files.isRegularFile(file)) {
        return Files.exists(file.resolve("bagit.txt"))
            ? error(
                name,
                "is-a-bag",
                "this is a bag, and holds its files as they are",
                "they are in " + file.resolve("data") + "; name an edition there, or copy them")
            : error(name, "is-a-folder", "this is no file", "name a PDF or an EPUB");
      }
      if (Files.size(file) == 0) {
        return error(name, "empty-file", "the file is empty", null);
      }
      if (Files.size(file) > LARGEST) {
        return error(name, "large-file", "the file is larger than 500 MB", null);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return error(name, "unreadable", "the file cannot be read", null);
    }
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private <T> @Nullable T error(String name, String code, String message, @Nullable String hint) {
    findings.error(code, Place.of(name), message, hint);
    return null;
  }
}
