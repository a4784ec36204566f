package offprint.epub;

import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.epub.EpubProcessorSupport;
import io.documentnode.epub4j.epub.NCXDocument;
import io.documentnode.epub4j.epub.PackageDocumentWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import offprint.document.Metadata;
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

  private final Edition edition;
  private final Book book;
  private final String modified;
  private final @Nullable Resource cover;

  /**
   * @param book whole, with spine and contents
   * @param modified as {@code dcterms:modified} takes it, such as {@code 2025-12-01T00:00:00Z}
   */
  PackageDocument(Edition edition, Book book, String modified) {
    this.edition = edition;
    this.book = book;
    this.modified = modified;
    this.cover = book.getCoverImage();
  }

  /** The navigation control file for reading systems of EPUB 2's time, two levels deep. */
  String ncx() throws IOException {
    Resource ncx = NCXDocument.createNCXResource(book);
    XmlTree tree = XmlTree.parse(new String(ncx.getData(), StandardCharsets.UTF_8));
    Element root = tree.root();
    root.setAttribute("xml:lang", edition.language());
    Element map = XmlTree.child(root, "navMap");
    for (Metadata.Author author : edition.document().metadata().authors()) {
      Element docAuthor = tree.append(root, NCX, "docAuthor", "");
      tree.append(docAuthor, NCX, "text", author.name());
      root.insertBefore(docAuthor, map);
    }
    return tree.toXml("xmlns=\"" + NCX + "\"");
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
    root.setAttribute("xml:lang", edition.language());
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
    Metadata metadata = edition.document().metadata();
    if (metadata.source() != null && !metadata.source().isBlank()) {
      tree.append(element, DC, "dc:source", metadata.source());
    }
    meta(tree, element, null, "dcterms:modified", modified);
    for (Accessibility said : Accessibility.of(edition)) {
      meta(tree, element, null, said.property(), said.value());
    }
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
    List<Metadata.Author> authors = edition.document().metadata().authors();
    for (int i = 0; i < authors.size(); i++) {
      Metadata.Author author = authors.get(i);
      String id = "creator" + (i + 1);
      tree.append(metadata, DC, "dc:creator", author.name()).setAttribute("id", id);
      meta(tree, metadata, id, "role", "aut").setAttribute("scheme", "marc:relators");
      meta(tree, metadata, id, "file-as", author.fileAs());
      if (authors.size() > 1) {
        meta(tree, metadata, id, "display-seq", String.valueOf(i + 1));
      }
      String orcid = author.orcid() == null ? null : Identifier.orcid(author.orcid());
      if (orcid != null) {
        meta(tree, metadata, id, "dcterms:identifier", orcid);
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
