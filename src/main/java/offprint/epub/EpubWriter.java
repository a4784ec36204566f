package offprint.epub;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.Date;
import io.documentnode.epub4j.domain.GuideReference;
import io.documentnode.epub4j.domain.MediaType;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.domain.SpineReference;
import io.documentnode.epub4j.domain.TOCReference;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import offprint.archive.Enclosures;
import offprint.document.CatalogueEntry;
import offprint.document.Document;
import offprint.document.PageList;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.style.Theme;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as an EPUB 3.3. epublib holds the book and writes its package document and NCX;
 * what EPUB 3 adds, and the container, are ours.
 */
public final class EpubWriter {
  private static final MediaType XHTML = new MediaType("application/xhtml+xml", ".xhtml");
  private static final MediaType CSS = new MediaType("text/css", ".css");

  private static final String ARTICLE_SHEET = "css/article.css";
  private static final String READER_SHEET = "css/reader.css";

  // What reading systems still open well, and what Send to Kindle takes.
  private static final int LARGE_DOCUMENT = 10_000_000;
  private static final long LARGE_BOOK = 50_000_000;

  /**
   * The style sheets of the book.
   *
   * @param article what both editions share
   * @param reader what e-readers get besides; null for nothing
   */
  record Sheets(String article, @Nullable String reader) {}

  private final Findings findings;
  private final @Nullable String sourceDateEpoch;

  /**
   * @param sourceDateEpoch seconds since 1970, as reproducible-builds.org has them; null for none
   */
  public EpubWriter(Findings findings, @Nullable String sourceDateEpoch) {
    this.findings = findings;
    this.sourceDateEpoch = sourceDateEpoch;
  }

  /**
   * @param cover null for the document's own, or for none where it has none
   * @param pages of the printed copy, that the book names; {@link PageList#NONE} where there is no
   *     such copy
   * @return what the book holds
   */
  public Inventory write(
      Document document,
      Theme theme,
      @Nullable Asset cover,
      PageList pages,
      Enclosures enclosures,
      OutputStream out)
      throws IOException {
    Sheets sheets = new Sheets(theme.readerSheet(), theme.extraSheet());
    return write(document, sheets, cover, pages, enclosures, out);
  }

  Inventory write(
      Document document,
      Sheets sheets,
      @Nullable Asset cover,
      PageList pages,
      Enclosures enclosures,
      OutputStream out)
      throws IOException {
    Edition edition = Edition.of(document, pages, findings);
    List<Resource> files = new ArrayList<>();
    List<String> links = sheets(sheets, files);
    List<Resource> texts = texts(new ContentWriter(edition, links).write());
    Asset front = cover != null ? cover : document.metadata().cover();
    String coverHref =
        front == null ? null : edition.pictures().cover(front, edition.whole()).href();
    NavigationDocument navigation = new NavigationDocument(edition, links, coverHref);
    files.addAll(texts);
    files.add(text("nav", NavigationDocument.HREF, XHTML, navigation.xhtml()));
    edition.pictures().files().forEach(file -> files.add(picture(file)));
    files.sort(Comparator.comparing(Resource::getHref));

    CatalogueEntry entry = CatalogueEntry.of(document, sourceDateEpoch, findings);
    Book book = book(edition, entry, files, texts, navigation.entries());
    files.stream().filter(f -> f.getHref().equals(coverHref)).forEach(book::setCoverImage);
    List<SourceFiles.File> sources = SourceFiles.of(enclosures, files);
    long size = contain(new PackageDocument(edition, entry, book, sources), files, sources, out);
    weigh(edition, files);
    return inventory(size, front, edition.pictures(), files);
  }

  private static Inventory inventory(
      long size, @Nullable Asset cover, PictureFiles pictures, List<Resource> files) {
    List<Inventory.File> all = new ArrayList<>();
    for (Resource file : files) {
      all.add(new Inventory.File(file.getHref(), file.getMediaType().getName(), file.getSize()));
    }
    Map<Asset, Asset> shown = pictures.shown();
    return new Inventory(size, cover == null ? null : shown.get(cover), shown, all);
  }

  private static List<String> sheets(Sheets sheets, List<Resource> files) {
    files.add(text("article-css", ARTICLE_SHEET, CSS, sheets.article()));
    if (sheets.reader() == null) {
      return List.of(ARTICLE_SHEET);
    }
    files.add(text("reader-css", READER_SHEET, CSS, sheets.reader()));
    return List.of(ARTICLE_SHEET, READER_SHEET);
  }

  private static List<Resource> texts(List<ContentDocument> documents) {
    List<Resource> texts = new ArrayList<>();
    for (ContentDocument document : documents) {
      String id = document.href().replace(".xhtml", "");
      texts.add(text(id, document.href(), XHTML, document.xhtml()));
    }
    return texts;
  }

  private static Resource text(String id, String href, MediaType type, String content) {
    return new Resource(id, content.getBytes(StandardCharsets.UTF_8), href, type);
  }

  // epublib leaves a file without a media type out of the manifest, and knows few of them.
  private static Resource picture(PictureFiles.File file) {
    MediaType type = new MediaType(file.asset().mediaType(), "");
    return new Resource(file.id(), file.asset().drawn(), file.href(), type);
  }

  // Into the maps and lists themselves: epublib's own ways there are quadratic.
  private static Book book(
      Edition edition,
      CatalogueEntry entry,
      List<Resource> files,
      List<Resource> texts,
      List<NavigationDocument.Entry> contents) {
    Book book = new Book();
    Map<String, Resource> byHref = book.getResources().getResourceMap();
    files.forEach(file -> byHref.put(file.getHref(), file));
    texts.forEach(text -> book.getSpine().addSpineReference(new SpineReference(text)));
    contents.forEach(part -> book.getTableOfContents().addTOCReference(reference(part, byHref, 1)));
    book.getGuide()
        .addReference(
            new GuideReference(texts.getFirst(), GuideReference.TEXT, edition.wording().text()));
    describe(entry, book.getMetadata());
    return book;
  }

  // The NCX goes two levels deep: what was made for it shows no more.
  private static TOCReference reference(
      NavigationDocument.Entry entry, Map<String, Resource> byHref, int level) {
    String[] parts = entry.href().split("#", 2);
    List<TOCReference> below = new ArrayList<>();
    if (level < 2) {
      entry.entries().forEach(child -> below.add(reference(child, byHref, level + 1)));
    }
    return new TOCReference(
        XmlText.clean(entry.title()),
        byHref.get(parts[0]),
        parts.length > 1 ? parts[1] : null,
        below);
  }

  private static void describe(
      CatalogueEntry entry, io.documentnode.epub4j.domain.Metadata description) {
    // Any other scheme than this, and epublib leaves the identifier out of the NCX.
    description.addIdentifier(
        new io.documentnode.epub4j.domain.Identifier("uid", entry.identifier()));
    description.setTitles(present(entry.title(), entry.subtitle()));
    description.setLanguage(entry.language());
    description.setDescriptions(present(entry.description()));
    description.setPublishers(present(entry.publisher()));
    description.setRights(present(entry.rights()));
    description.setSubjects(entry.subjects());
    if (entry.date() != null) {
      description.addDate(new Date(entry.date().toString()));
    }
  }

  private static List<String> present(@Nullable String... values) {
    List<String> present = new ArrayList<>();
    for (String value : values) {
      if (value != null) {
        present.add(value);
      }
    }
    return present;
  }

  private static long contain(
      PackageDocument document,
      List<Resource> files,
      List<SourceFiles.File> sources,
      OutputStream out)
      throws IOException {
    Container container = new Container(out);
    try (container) {
      container.put("content.opf", utf8(document.opf()));
      container.put("toc.ncx", utf8(document.ncx()));
      for (Resource file : files) {
        container.put(file.getHref(), file.getData());
      }
      for (SourceFiles.File source : sources) {
        container.put(source.href(), source.enclosure().content());
      }
    }
    return container.size();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void weigh(Edition edition, List<Resource> files) throws IOException {
    long total = 0;
    for (Resource file : files) {
      total += file.getSize();
      if (file.getMediaType() == XHTML && file.getSize() > LARGE_DOCUMENT) {
        findings.warning(
            "long-section",
            edition.whole(),
            file.getHref() + " of the EPUB is longer than 10 MB, which some e-readers do not open",
            "divide the article by headings");
      }
    }
    if (total > LARGE_BOOK) {
      findings.warning(
          "large-book",
          edition.whole(),
          "the EPUB is larger than 50 MB, which Send to Kindle does not take",
          "save the pictures smaller");
    }
  }
}
