package offprint.epub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.ReadingOrder;
import offprint.glyph.CarriedFace;
import offprint.glyph.Face;
import offprint.glyph.Subset;
import offprint.source.Content;
import offprint.source.Findings;
import offprint.style.FontFace;
import org.jspecify.annotations.Nullable;

/**
 * The faces that a book brings along, with no more glyphs than it shows, and the sheet that names
 * them. There are none but what the theme asks for and what a script needs that devices lack:
 * whoever reads has chosen a face.
 */
final class EmbeddedFaces {
  static final String SHEET = "css/faces.css";

  private static final String FOLDER = "fonts/";

  /**
   * A file to be.
   *
   * @param licence its text; null where it is but in the face itself
   */
  private record Cut(
      String family, int weight, boolean italic, Face face, @Nullable String licence) {}

  /**
   * A licence beside the faces.
   *
   * @param faces the ids of those it is for
   */
  record Licence(String href, Content content, List<String> faces) {}

  private final List<Cut> cuts = new ArrayList<>();
  private final Set<String> rare = new LinkedHashSet<>();
  private final Map<String, Licence> licences = new LinkedHashMap<>();
  private final Findings findings;

  /**
   * @param asked by the theme
   * @param findings where a face may not be passed on
   */
  EmbeddedFaces(Document document, String language, List<FontFace> asked, Findings findings) {
    this.findings = findings;
    asked.forEach(this::ask);
    for (String each : languages(document, language)) {
      List<CarriedFace> needed = CarriedFace.rare(each);
      if (!needed.isEmpty() && rare.isEmpty()) {
        needed.forEach(this::carry);
      }
      if (!needed.isEmpty()) {
        rare.add(Locale.forLanguageTag(each).getLanguage());
      }
    }
  }

  boolean isEmpty() {
    return cuts.isEmpty();
  }

  /** Those of the faces that were written. */
  List<Licence> licences() {
    return List.copyOf(licences.values());
  }

  private void carry(CarriedFace carried) {
    Face face = carried.face();
    cuts.add(new Cut(face.family(), face.weight(), face.italic(), face, carried.licence()));
  }

  private void ask(FontFace asked) {
    if (asked.local() != null) {
      CarriedFace carried = CarriedFace.find(asked.local(), asked.weight(), asked.italic());
      if (carried == null) {
        refuse(
            asked,
            "there is no face '" + asked.local() + "' of this weight and slope to embed",
            "local() names a family that comes with Offprint; for another, url() names a file");
      } else {
        add(asked, carried.face(), carried.licence());
      }
      return;
    }
    try {
      Face face = new Face(asked.family(), asked.weight(), asked.italic(), asked.file());
      byte[] licence = asked.licence();
      add(asked, face, licence == null ? null : new String(licence, StandardCharsets.UTF_8));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // The printed copy has told what is wrong with the file.
      refuse(asked, "the font is of no use", "give a TrueType or OpenType file (.ttf, .otf)");
    }
  }

  private void add(FontFace asked, Face face, @Nullable String licence) {
    if (!face.isFree()) {
      refuse(
          asked,
          "its maker does not let '" + asked.family() + "' be passed on in an e-book",
          "ask in print.css for what is to be printed alone");
      return;
    }
    if (licence == null && !face.saysLicence()) {
      findings.warning(
          "font-without-licence",
          asked.place(),
          "nothing says under what licence '" + asked.family() + "' is passed on",
          "put its licence beside it, as OFL.txt or LICENSE.txt");
    }
    cuts.add(new Cut(asked.family(), asked.weight(), asked.italic(), face, licence));
  }

  private void refuse(FontFace asked, String message, String hint) {
    findings.warning("font-not-embedded", asked.place(), message, hint);
  }

  /** All that something of the article is in. */
  private static Set<String> languages(Document document, String language) {
    Set<String> languages = new LinkedHashSet<>();
    languages.add(language);
    ReadingOrder order =
        new ReadingOrder(
            inline -> {
              if (inline instanceof Inline.Phrase phrase && phrase.language() != null) {
                languages.add(phrase.language());
              }
            },
            heading -> {});
    order.inlines(document.title());
    for (List<Block> blocks : List.of(document.body(), document.about())) {
      order.blocks(blocks);
    }
    document.notes().forEach(note -> order.blocks(note.content()));
    return languages;
  }

  /** Writes the faces, once the book's documents are written, and their sheet. */
  void write(Manifest manifest) throws IOException {
    StringBuilder sheet = new StringBuilder();
    int number = 0;
    for (Cut cut : cuts) {
      String id = "face-" + ++number;
      boolean isOutlined = cut.face.isPlain();
      String href = FOLDER + name(cut, number) + (cut.face.isCompact() ? ".otf" : ".ttf");
      byte[] file =
          isOutlined && cut.face.isFreeInPart()
              ? Subset.of(cut.face, IntStream.of(manifest.characters()))
              : cut.face.bytes();
      manifest.put(id, href, cut.face.isCompact() ? "font/otf" : "font/ttf", Content.of(file));
      license(cut, id);
      sheet.append(rule(cut, href));
    }
    rare.forEach(language -> sheet.append(rule(language)));
    manifest.put("faces-css", SHEET, Manifest.CSS, sheet.toString());
  }

  private void license(Cut cut, String id) {
    if (cut.licence != null) {
      licences
          .computeIfAbsent(
              cut.licence,
              text ->
                  new Licence(
                      FOLDER + "licence-" + (licences.size() + 1) + ".txt",
                      Content.of(text.getBytes(StandardCharsets.UTF_8)),
                      new ArrayList<>()))
          .faces
          .add(id);
    }
  }

  private static String name(Cut cut, int number) {
    String family = "-" + cut.family.toLowerCase(Locale.ROOT) + "-";
    return number
        + family.replaceAll("[^a-z0-9]+", "-")
        + cut.weight
        + (cut.italic ? "-italic" : "");
  }

  private static String rule(Cut cut, String href) {
    return String.format(
        Locale.ROOT,
        "@font-face { font-family: \"%s\"; font-weight: %d; font-style: %s; src: url(../%s) }\n",
        cut.family.replaceAll("[\"\\\\]", "\\\\$0"),
        cut.weight,
        cut.italic ? "italic" : "normal",
        href);
  }

  // By the attribute, not by :lang(), which would hold for code and all else inside. Nastaliq
  // hangs its words from high to low, and its lines need about the double of others' room.
  private static String rule(String language) {
    return """
    [lang|="%1$s"], html[lang|="%1$s"] body { font-family: "Noto Nastaliq Urdu", "Urdu Typesetting", serif }
    html[lang|="%1$s"] body { line-height: 2.2 }
    """
        .formatted(language);
  }
}
