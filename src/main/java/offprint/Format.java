package offprint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import offprint.epub.EpubWriter;
import offprint.pdf.PdfWriter;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;

/** What an article can be written as. A new format is a room of its own and a line here. */
public enum Format {
  /** The printed copy. */
  PDF(
      "pdf",
      (forme, findings, out) ->
          new PdfWriter(findings).write(forme.pages(), forme.document(), out)),
  /** The e-reader copy. */
  EPUB(
      "epub",
      (forme, findings, out) ->
          new EpubWriter(findings).write(forme.document(), forme.theme(), forme.cover(), out));

  private final String extension;
  private final Writer writer;

  Format(String extension, Writer writer) {
    this.extension = extension;
    this.writer = writer;
  }

  /** By its name on the command line, in any case; null where there is none of that name. */
  public static @Nullable Format of(String name) {
    for (Format format : values()) {
      if (format.extension.equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }

  /** The names that {@link #of} knows. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Format::extension).toList();
  }

  /** Of its files, without the dot; also its name on the command line. */
  public String extension() {
    return extension;
  }

  void write(Forme forme, Findings findings, OutputStream out) throws IOException {
    writer.write(forme, findings, out);
  }

  /** Turns a forme into the bytes of one format. */
  private interface Writer {
    void write(Forme forme, Findings findings, OutputStream out) throws IOException;
  }
}
