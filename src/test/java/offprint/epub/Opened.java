package offprint.epub;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import offprint.archive.Enclosures;
import offprint.document.Document;
import offprint.document.PageList;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.style.FontFace;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A book that was written, opened again. */
record Opened(byte[] bytes, Map<String, byte[]> entries, Findings findings) {
  static final EpubWriter.Sheets SHEETS =
      new EpubWriter.Sheets("p { margin: 0 }\n", "body { hyphens: auto }\n");

  static Opened book(Document document) {
    return book(document, null, null);
  }

  static Opened book(Document document, PageList pages) {
    return book(document, SHEETS, null, pages, null);
  }

  static Opened book(Document document, @Nullable Asset cover, @Nullable String sourceDateEpoch) {
    return book(document, SHEETS, cover, PageList.NONE, sourceDateEpoch);
  }

  static Opened book(Document document, List<FontFace> faces) {
    EpubWriter.Sheets sheets = new EpubWriter.Sheets(SHEETS.article(), SHEETS.reader(), faces);
    return book(document, sheets, null, PageList.NONE, null);
  }

  private static Opened book(
      Document document,
      EpubWriter.Sheets sheets,
      @Nullable Asset cover,
      PageList pages,
      @Nullable String sourceDateEpoch) {
    try {
      Findings findings = new Findings();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new EpubWriter(findings, sourceDateEpoch)
          .write(document, sheets, cover, pages, Enclosures.of(document.source()), out);
      return open(out.toByteArray(), findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Opened open(byte[] bytes, Findings findings) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return new Opened(bytes, entries, findings);
  }

  String text(String href) {
    byte[] content = entries.get("OEBPS/" + href);
    if (content == null) {
      throw new AssertionError("no " + href + " in " + entries.keySet());
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  Element xml(String href) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(text(href).getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(href + " is not well-formed", e);
    }
  }

  /** The hrefs of all XHTML files. */
  List<String> documents() {
    return entries.keySet().stream()
        .filter(name -> name.endsWith(".xhtml"))
        .map(name -> name.substring("OEBPS/".length()))
        .toList();
  }

  /** All elements of a name below another, in order. */
  static List<Element> all(Element root, String localName) {
    NodeList nodes = root.getElementsByTagNameNS("*", localName);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }

  List<String> codes() {
    return findings.list().stream().map(finding -> finding.code()).toList();
  }
}
