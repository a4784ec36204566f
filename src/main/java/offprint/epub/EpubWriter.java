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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import offprint.archive.Enclosures;
import offprint.document.CatalogueEntry;
import offprint.document.Document;
import offprint.document.Metadata;
import offprint.document.PageList;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.FontFace;
import offprint.style.Theme;
import offprint.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as an EPUB 3.3. epublib holds the book and writes its package document and NCX;
 * what EPUB 3 adds, and the container, are ours.
 */
public final class EpubWriter {
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
   * @param faces that the theme asks for
   */
  record Sheets(String article, @Nullable String reader, List<FontFace> faces) {
    Sheets(String article, @Nullable String reader) {
      this(article, reader, List.of());
    }
  }

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
    Sheets sheets = new Sheets(theme.readerSheet(), theme.extraSheet(), theme.readerFaces());
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
    Container container = new Container(out);
    Manifest manifest = new Manifest(container);
    Edition edition = Edition.of(document, pages, manifest, findings);
    Metadata.Cover own = document.metadata().cover();
    Asset front = cover != null || own == null ? cover : own.picture();
    Inventory.Picture shown = null;
    try (container) {
      EmbeddedFaces faces =
          new EmbeddedFaces(document, edition.language(), sheets.faces(), findings);
      List<String> links = sheets(sheets, faces, manifest);
      new ContentWriter(edition, links).write(manifest);
      if (own != null && own.picture() == front) {
        CoverChecker.check(own, findings);
      }
      if (front != null) {
        Place place = own == null ? edition.whole() : own.place();
        shown = edition.pictures().cover(front, place);
      }
      String coverHref = shown == null ? null : shown.href();
      NavigationDocument navigation = new NavigationDocument(edition, links, coverHref);
      manifest.put("nav", NavigationDocument.HREF, Manifest.XHTML, navigation.xhtml());
      if (!faces.isEmpty()) {
        faces.write(manifest);
      }
      CatalogueEntry entry = CatalogueEntry.of(document, sourceDateEpoch, findings);
      Book book = book(edition, entry, manifest, navigation.entries());
      book.setCoverImage(book.getResources().getByHref(coverHref));
      List<SourceFiles.File> sources = SourceFiles.of(enclosures, manifest);
      PackageDocument description =
          new PackageDocument(edition, entry, book, sources, faces.licences());
      container.put("toc.ncx", utf8(description.ncx()));
      container.put("content.opf", utf8(description.opf()));
      for (SourceFiles.File source : sources) {
        container.put(source.href(), source.enclosure().bytes());
      }
      for (EmbeddedFaces.Licence licence : faces.licences()) {
        container.put(licence.href(), licence.content().bytes());
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    weigh(edition, manifest);
    return inventory(container.size(), shown, edition.pictures().shown(), manifest);
  }

  private static Inventory inventory(
      long size,
      Inventory.@Nullable Picture cover,
      Map<Asset, Inventory.Picture> shown,
      Manifest manifest) {
    List<Inventory.File> files =
        manifest.items().stream()
            .map(item -> new Inventory.File(item.href(), item.mediaType(), item.size()))
            .toList();
    return new Inventory(size, cover, shown, files);
  }

  private static List<String> sheets(Sheets sheets, EmbeddedFaces faces, Manifest manifest)
      throws IOException {
    List<String> links = new ArrayList<>(List.of(ARTICLE_SHEET));
    manifest.put("article-css", ARTICLE_SHEET, Manifest.CSS, sheets.article());
    if (sheets.reader() != null) {
      links.add(READER_SHEET);
      manifest.put("reader-css", READER_SHEET, Manifest.CSS, sheets.reader());
    }
    if (!faces.isEmpty()) {
      links.add(EmbeddedFaces.SHEET);
    }
    return links;
  }

  // Into the maps and lists themselves: epublib's own ways there are quadratic.
  private static Book book(
      Edition edition,
      CatalogueEntry entry,
      Manifest manifest,
      List<NavigationDocument.Entry> contents) {
    Book book = new Book();
    Map<String, Resource> byHref = book.getResources().getResourceMap();
    manifest.items().forEach(item -> byHref.put(item.href(), resource(item)));
    List<Division.Part> texts = edition.division().parts();
    texts.forEach(
        text -> book.getSpine().addSpineReference(new SpineReference(byHref.get(text.href()))));
    contents.forEach(part -> book.getTableOfContents().addTOCReference(reference(part, byHref, 1)));
    book.getGuide()
        .addReference(
            new GuideReference(
                byHref.get(texts.getFirst().href()),
                GuideReference.TEXT,
                edition.wording().text()));
    describe(entry, book.getMetadata());
    return book;
  }

  // Its content is in the container already. epublib leaves a file without a media type out of the
  // manifest, and knows few of them.
  private static Resource resource(Manifest.Item item) {
    return new Resource(item.id(), new byte[0], item.href(), new MediaType(item.mediaType(), ""));
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

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void weigh(Edition edition, Manifest manifest) {
    long total = 0;
    for (Manifest.Item file : manifest.items()) {
      total += file.size();
      if (file.mediaType().equals(Manifest.XHTML) && file.size() > LARGE_DOCUMENT) {
        findings.warning(
            "long-section",
            edition.whole(),
            file.href() + " of the EPUB is longer than 10 MB, which some e-readers do not open",
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
