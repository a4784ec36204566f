package offprint;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import offprint.device.Inspector;
import offprint.epub.EpubWriter;
import offprint.pdf.PdfWriter;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;

/** What an article can be written as. A new format is a room of its own and a line here. */
public enum Format {
  /** The printed copy. */
  PDF(
      "pdf",
      ".pdf",
      (forme, findings, out) ->
          new PdfWriter(findings, forme.epoch())
              .write(forme.pages(), forme.document(), forme.enclosures(), out)),
  /** The e-reader copy. */
  EPUB(
      "epub",
      ".epub",
      (forme, findings, out) ->
          Inspector.inspect(
              forme.devices(),
              forme.document(),
              new EpubWriter(findings, forme.epoch())
                  .write(
                      forme.document(),
                      forme.theme(),
                      forme.cover(),
                      forme.pageList(),
                      forme.readerEnclosures(),
                      out),
              findings)),
  /** The printed copy's pages on sheets to be folded. */
  BOOKLET(
      "booklet",
      "-booklet.pdf",
      (forme, findings, out) ->
          new PdfWriter(findings, forme.epoch())
              .writeSheets(
                  forme.pages(), forme.sheets(), forme.document(), forme.bookletEnclosures(), out));

  /** The copies that are written where nothing is said. */
  public static final List<Format> COPIES = List.of(PDF, EPUB);

  private final String word;
  private final String ending;
  private final Writer writer;

  Format(String word, String ending, Writer writer) {
    this.word = word;
    this.ending = ending;
    this.writer = writer;
  }

  /** By its name on the command line, in any case; null where there is none of that name. */
  public static @Nullable Format of(String name) {
    for (Format format : values()) {
      if (format.word.equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    return null;
  }

  /** The names that {@link #of} knows. */
  public static List<String> names() {
    return Arrays.stream(values()).map(format -> format.word).toList();
  }

  /** The file of an article of the given name. */
  public String file(String article) {
    return article + ending;
  }

  void write(Forme forme, Findings findings, OutputStream out) throws IOException {
    writer.write(forme, findings, out);
  }

  /** Turns a forme into the bytes of one format. */
  private interface Writer {
    void write(Forme forme, Findings findings, OutputStream out) throws IOException;
  }
}
