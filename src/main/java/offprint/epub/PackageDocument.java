package offprint.epub;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.epub.EpubProcessorSupport;
import io.documentnode.epub4j.epub.NCXDocument;
import io.documentnode.epub4j.epub.PackageDocumentWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import offprint.archive.Recipe;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The package document and the NCX: epublib writes EPUB 2's, and this makes EPUB 3.3's of them
 * (EPUB 3.3, section 5).
 */
final class PackageDocument {
  private static final String OPF = "http://www.idpf.org/2007/opf";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String NCX = "http://www.daisy.org/z3986/2005/ncx/";

  // As EPUB 3.3, section 5.5.4 has it.
  private static final DateTimeFormatter MODIFIED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Edition edition;
  private final CatalogueEntry entry;
  private final Book book;
  private final List<SourceFiles.File> sources;
  private final List<EmbeddedFaces.Licence> licences;
  private final @Nullable Resource cover;

  /**
   * @param book whole, with spine and contents
   * @param sources what the book was made from
   * @param licences of the faces that it brings along
   */
  PackageDocument(
      Edition edition,
      CatalogueEntry entry,
      Book book,
      List<SourceFiles.File> sources,
      List<EmbeddedFaces.Licence> licences) {
    this.edition = edition;
    this.entry = entry;
    this.book = book;
    this.sources = sources;
    this.licences = licences;
    this.cover = book.getCoverImage();
  }

  /** The navigation control file for reading systems of EPUB 2's time, two levels deep. */
  String ncx() throws IOException {
    Resource ncx = NCXDocument.createNCXResource(book);
    XmlTree tree = XmlTree.parse(new String(ncx.getData(), StandardCharsets.UTF_8));
    Element root = tree.root();
    root.setAttribute("xml:lang", entry.language());
    generator(XmlTree.child(root, "head"), "dtb:generator");
    Element map = XmlTree.child(root, "navMap");
    pageList(tree, root);
    for (CatalogueEntry.Creator creator : entry.creators()) {
      Element docAuthor = tree.append(root, NCX, "docAuthor", "");
      tree.append(docAuthor, NCX, "text", creator.name());
      root.insertBefore(docAuthor, map);
    }
    return tree.toXml("xmlns=\"" + NCX + "\"");
  }

  // DAISY's ANSI/NISO Z39.86-2005, section 8.4.3.
  private void pageList(XmlTree tree, Element root) {
    List<PageMarks.Target> pages = edition.pages().targets();
    if (pages.isEmpty()) {
      return;
    }
    for (Element meta : XmlTree.children(XmlTree.child(root, "head"), "meta")) {
      if (meta.getAttribute("name").matches("dtb:(totalPageCount|maxPageNumber)")) {
        meta.setAttribute("content", String.valueOf(pages.size()));
      }
    }
    Element list = tree.append(root, NCX, "pageList", "");
    for (int i = 0; i < pages.size(); i++) {
      PageMarks.Target page = pages.get(i);
      Element target = tree.append(list, NCX, "pageTarget", "");
      target.setAttribute("id", "page-" + (i + 1));
      target.setAttribute("type", "normal");
      target.setAttribute("value", page.label());
      tree.append(tree.append(target, NCX, "navLabel", ""), NCX, "text", page.label());
      tree.append(target, NCX, "content", "").setAttribute("src", page.href());
    }
  }

  String opf() throws IOException {
    book.getSpine().setTocResource(NCXDocument.createNCXResource(book));
    StringWriter written = new StringWriter();
    PackageDocumentWriter.write(
        new io.documentnode.epub4j.epub.EpubWriter(),
        EpubProcessorSupport.createXmlSerializer(written),
        book);
    XmlTree tree = XmlTree.parse(written.toString());
    tree.unprefix(OPF);
    Element root = tree.root();
    root.setAttribute("version", "3.0");
    root.setAttribute("xml:lang", entry.language());
    if (edition.isRightToLeft()) {
      root.setAttribute("dir", "rtl");
      XmlTree.child(root, "spine").setAttribute("page-progression-direction", "rtl");
    }
    metadata(tree, XmlTree.child(root, "metadata"));
    manifest(XmlTree.child(root, "manifest"));
    return tree.toXml("xmlns=\"" + OPF + "\" xmlns:dc=\"" + DC + "\"");
  }

  private void metadata(XmlTree tree, Element element) {
    titles(tree, element);
    creators(tree, element);
    tree.append(element, DC, "dc:identifier", entry.identifier(Copy.READER));
    for (String other : entry.otherFormats(Copy.READER)) {
      meta(tree, element, null, "dcterms:hasFormat", other);
    }
    if (entry.source() != null) {
      tree.append(element, DC, "dc:source", entry.source());
    }
    generator(element, "generator");
    if (!edition.pages().isEmpty()) {
      String printed = entry.identifier(Copy.PRINTED);
      tree.append(element, DC, "dc:source", printed);
      meta(tree, element, null, "pageBreakSource", printed);
    }
    meta(tree, element, null, "dcterms:modified", MODIFIED.format(entry.modified()));
    for (Accessibility said : Accessibility.of(edition)) {
      Element meta = meta(tree, element, null, said.property(), said.value());
      String language = edition.wording().foreign();
      if (said.isProse() && language != null) {
        meta.setAttribute("xml:lang", language);
      }
    }
    // Linked resources are no part of the publication, and so in no manifest (EPUB 3.3, section
    // 5.5.7).
    for (SourceFiles.File source : sources) {
      Element link = tree.append(element, OPF, "link", "");
      link.setAttribute("rel", "dcterms:source");
      link.setAttribute("href", source.href());
      link.setAttribute("media-type", source.enclosure().mediaType());
    }
    for (EmbeddedFaces.Licence licence : licences) {
      for (String face : licence.faces()) {
        Element link = tree.append(element, OPF, "link", "");
        link.setAttribute("refines", "#" + face);
        link.setAttribute("rel", "dcterms:license");
        link.setAttribute("href", licence.href());
        link.setAttribute("media-type", "text/plain");
      }
    }
  }

  // epublib names itself.
  private static void generator(Element parent, String name) {
    XmlTree.children(parent, "meta").stream()
        .filter(meta -> meta.getAttribute("name").equals(name))
        .forEach(meta -> meta.setAttribute("content", Recipe.thisPress()));
  }

  private static void titles(XmlTree tree, Element metadata) {
    List<Element> titles = XmlTree.children(metadata, "title");
    for (int i = 0; i < titles.size(); i++) {
      String id = i == 0 ? "title" : "subtitle";
      titles.get(i).setAttribute("id", id);
      meta(tree, metadata, id, "title-type", i == 0 ? "main" : "subtitle");
    }
  }

  // epublib would take a name apart and put a blank before it.
  private void creators(XmlTree tree, Element metadata) {
    List<CatalogueEntry.Creator> creators = entry.creators();
    for (int i = 0; i < creators.size(); i++) {
      CatalogueEntry.Creator creator = creators.get(i);
      String id = "creator" + (i + 1);
      tree.append(metadata, DC, "dc:creator", creator.name()).setAttribute("id", id);
      meta(tree, metadata, id, "role", creator.relator()).setAttribute("scheme", "marc:relators");
      meta(tree, metadata, id, "file-as", creator.fileAs());
      if (creators.size() > 1) {
        meta(tree, metadata, id, "display-seq", String.valueOf(i + 1));
      }
      if (creator.orcid() != null) {
        meta(tree, metadata, id, "dcterms:identifier", creator.orcid());
      }
    }
  }

  private static Element meta(
      XmlTree tree, Element metadata, @Nullable String refines, String property, String value) {
    Element meta = tree.append(metadata, OPF, "meta", value);
    meta.setAttribute("property", property);
    if (refines != null) {
      meta.setAttribute("refines", "#" + refines);
    }
    return meta;
  }

  private void manifest(Element manifest) {
    for (Element item : XmlTree.children(manifest, "item")) {
      String href = item.getAttribute("href");
      if (href.equals(NavigationDocument.HREF)) {
        item.setAttribute("properties", "nav");
      } else if (edition.withFormulas().contains(href)) {
        item.setAttribute("properties", "mathml");
      } else if (cover != null && href.equals(cover.getHref())) {
        item.setAttribute("properties", "cover-image");
      }
    }
  }
}
