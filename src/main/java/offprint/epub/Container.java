package offprint.epub;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file that holds the book (EPUB 3.3, section 4): a ZIP archive whose first entry says what it
 * is. The same entries give the same bytes.
 */
final class Container implements AutoCloseable {
  // Not 1980-01-01, the earliest that an archive can say: for that one java.util.zip adds an extra
  // field, which depends on the time zone.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final String CONTAINER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
        <rootfiles>
          <rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
      """;

  private final ZipOutputStream zip;
  private final Unclosed out;

  Container(OutputStream out) throws IOException {
    this.out = new Unclosed(out);
    zip = new ZipOutputStream(this.out, StandardCharsets.UTF_8);
    mimetype();
    entry("META-INF/container.xml", CONTAINER.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param href from the package document, which is {@code content.opf} itself
   */
  void put(String href, byte[] content) throws IOException {
    entry("OEBPS/" + href, content);
  }

  private void entry(String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Of the archive so far, in bytes. */
  long size() {
    return out.size;
  }

  /** Ends the archive; the stream that it was written to stays open. */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A stream that its owner closes; the archive must close to give its memory back. */
  private static final class Unclosed extends FilterOutputStream {
    private long size;

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      size += length;
    }

    @Override
    public void write(int single) throws IOException {
      out.write(single);
      size++;
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  // First, stored and without an extra field, so that bytes 30 to 57 of the file say what it is
  // (EPUB 3.3, section 4.3.2).
  private void mimetype() throws IOException {
    byte[] content = "application/epub+zip".getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
