package offprint.pdf;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;

/** What the objects of a PDF that Offprint has written are, in words. */
final class PdfParts {
  private final PdfReader reader;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, Integer> pages = new HashMap<>();

  PdfParts(PdfReader reader) {
    this.reader = reader;
    // Pages before what leads to them.
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      PdfIndirectReference reference = reader.getPageOrigRef(page);
      pages.put(reference.getNumber(), page);
      put(reference, "page " + page + " itself");
      namePage(page, reader.getPageN(page));
    }
    nameCatalogue(reader.getCatalog());
  }

  /** What an object is. */
  String name(int object) {
    String known = names.get(object);
    if (known != null) {
      return known;
    }
    PdfName type =
        reader.getPdfObject(object) instanceof PdfDictionary dictionary
            ? dictionary.getAsName(PdfName.TYPE)
            : null;
    return PdfName.OBJSTM.equals(type)
        ? "structure, links, fonts and other small objects"
        : PdfName.XREF.equals(type) ? "the list of objects" : "a part of the file";
  }

  private void nameCatalogue(PdfDictionary catalog) {
    put(reader.getTrailer().get(PdfName.ROOT), "the catalogue");
    put(reader.getTrailer().get(PdfName.INFO), "the information about the file");
    put(catalog.get(PdfName.PAGES), "the list of pages");
    nameAll(catalog.get(PdfName.OUTLINES), "the bookmarks");
    nameAll(catalog.get(PdfName.NAMES), "the places that links lead to");
    PdfDictionary tree = catalog.getAsDict(PdfName.STRUCTTREEROOT);
    put(catalog.get(PdfName.STRUCTTREEROOT), "the root of the structure");
    if (tree != null) {
      nameStructure(tree.get(PdfName.K), 0);
      nameAll(tree.get(PdfName.PARENTTREE), "the structure's index");
      nameAll(tree.get(new PdfName("IDTree")), "the structure's names");
    }
    put(catalog.get(PdfName.METADATA), "the metadata");
    PdfArray intents = catalog.getAsArray(PdfName.OUTPUTINTENTS);
    PdfDictionary intent = intents == null ? null : intents.getAsDict(0);
    if (intent != null) {
      put(intent.get(PdfName.DESTOUTPUTPROFILE), "the colour profile");
    }
    PdfArray associated = catalog.getAsArray(Attachments.AF);
    for (int i = 0; associated != null && i < associated.size(); i++) {
      PdfDictionary file = associated.getAsDict(i);
      PdfDictionary content = file == null ? null : file.getAsDict(PdfName.EF);
      if (file != null && content != null) {
        String path = file.getAsString(PdfName.UF).toUnicodeString();
        put(content.get(PdfName.F), "the enclosed file '" + path + "'");
      }
    }
  }

  private void nameStructure(@Nullable PdfObject object, int page) {
    PdfObject element = PdfReader.getPdfObject(object);
    if (element instanceof PdfArray kids) {
      for (int i = 0; i < kids.size(); i++) {
        nameStructure(kids.getPdfObject(i), page);
      }
    } else if (element instanceof PdfDictionary dictionary && dictionary.contains(PdfName.S)) {
      int on = dictionary.get(PdfName.PG) instanceof PdfIndirectReference r ? page(r) : page;
      String type = String.valueOf(dictionary.getAsName(PdfName.S)).substring(1);
      put(object, "the structure" + (on == 0 ? "" : " of page " + on) + ", element " + type);
      put(dictionary.get(PdfName.A), "an attribute of the structure, of element " + type);
      nameStructure(dictionary.get(PdfName.K), on);
    }
  }

  private int page(PdfIndirectReference reference) {
    return pages.getOrDefault(reference.getNumber(), 0);
  }

  /** Everything that can be reached from an object and has no name yet. */
  private void nameAll(@Nullable PdfObject object, String name) {
    if (object instanceof PdfIndirectReference reference
        && names.putIfAbsent(reference.getNumber(), name) != null) {
      return;
    }
    PdfObject found = PdfReader.getPdfObject(object);
    if (found instanceof PdfDictionary dictionary) {
      dictionary.getKeys().forEach(key -> nameAll(dictionary.get(key), name));
    } else if (found instanceof PdfArray array) {
      for (int i = 0; i < array.size(); i++) {
        nameAll(array.getPdfObject(i), name);
      }
    }
  }

  private void namePage(int number, PdfDictionary page) {
    PdfArray annotations = page.getAsArray(PdfName.ANNOTS);
    put(page.get(PdfName.ANNOTS), "the links of page " + number);
    for (int i = 0; annotations != null && i < annotations.size(); i++) {
      put(annotations.getPdfObject(i), "a link on page " + number);
    }
    PdfObject contents = page.get(PdfName.CONTENTS);
    put(contents, "the content of page " + number);
    if (PdfReader.getPdfObject(contents) instanceof PdfArray parts) {
      for (int i = 0; i < parts.size(); i++) {
        put(parts.getPdfObject(i), "the content of page " + number);
      }
    }
    PdfDictionary resources = page.getAsDict(PdfName.RESOURCES);
    PdfDictionary pictures = resources == null ? null : resources.getAsDict(PdfName.XOBJECT);
    if (pictures != null) {
      pictures.getKeys().forEach(k -> put(pictures.get(k), "a picture on page " + number));
    }
    PdfDictionary fonts = resources == null ? null : resources.getAsDict(PdfName.FONT);
    if (fonts != null) {
      fonts.getKeys().forEach(key -> nameFont(fonts.getAsDict(key)));
      fonts.getKeys().forEach(key -> put(fonts.get(key), "a face on page " + number));
    }
  }

  private void nameFont(@Nullable PdfDictionary font) {
    PdfArray descendants = font == null ? null : font.getAsArray(PdfName.DESCENDANTFONTS);
    PdfDictionary descendant = descendants == null ? null : descendants.getAsDict(0);
    PdfDictionary descriptor =
        descendant == null ? null : descendant.getAsDict(PdfName.FONTDESCRIPTOR);
    if (font != null && descendant != null && descriptor != null) {
      String face =
          String.valueOf(font.getAsName(PdfName.BASEFONT)).replaceFirst("^/(\\w+\\+)?", "");
      put(
          descendants == null ? null : descendants.getPdfObject(0),
          "the widths of the face " + face);
      put(descendant.get(PdfName.FONTDESCRIPTOR), "the description of the face " + face);
      put(font.get(PdfName.TOUNICODE), "the characters of the face " + face);
      put(descriptor.get(PdfName.FONTFILE2), "the face " + face);
      put(descriptor.get(PdfName.FONTFILE3), "the face " + face);
      put(descriptor.get(new PdfName("CIDSet")), "the glyphs of the face " + face);
    }
  }

  private void put(@Nullable PdfObject object, String name) {
    if (object instanceof PdfIndirectReference reference) {
      names.putIfAbsent(reference.getNumber(), name);
    }
  }
}
