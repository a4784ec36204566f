package offprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import offprint.archive.Compressor;
import offprint.archive.Recipe;
import offprint.archive.SettingWords;
import offprint.archive.Unreadable;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.epub.ContainerDifference;
import offprint.glyph.FontBook;
import offprint.page.Imposition;
import offprint.pdf.PdfDifference;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an edition is exactly what its own source makes: takes out what it was made from,
 * sets that again, and compares byte for byte. Whatever keeps it from being so is an error finding.
 */
final class Verifier {
  /** What there is to say of an edition that is as it should be. */
  enum Verdict {
    IDENTICAL("identical"),
    /** Where Java has another zlib than it had when the edition was made, and only there. */
    SAME_INSIDE("identical inside; its streams were packed by another compressor than is at hand"),
    FAILED("not identical"),
    /** There was nothing to compare with. */
    UNREAD("not verified");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final List<Path> fonts;
  private final Findings findings;

  /**
   * @param fonts files, and folders of files: where faces are that editions were set with and may
   *     not carry
   */
  Verifier(List<Path> fonts, Findings findings) {
    this.fonts = fonts;
    this.findings = findings;
  }

  /**
   * @param file a PDF or an EPUB, named so in findings
   * @param workshop a folder for this alone, still empty
   */
  Verdict verify(Path file, Path workshop) throws IOException {
    EditionReader.Edition edition = new EditionReader(findings).read(file);
    return edition == null ? Verdict.UNREAD : verify(edition, file.toString(), workshop);
  }

  Verdict verify(EditionReader.Edition edition, String name, Path workshop) throws IOException {
    Path folder = workshop.resolve("source");
    Unpacker unpacker = new Unpacker(folder, false, findings);
    if (unpacker.unpack(edition.enclosures()).isEmpty()) {
      return Verdict.FAILED;
    }
    Recipe recipe = edition.enclosures().recipe();
    Findings told = new Findings();
    Press.Result again =
        press(edition, folder, told).press(folder.resolve(recipe.article()), workshop);
    if (told.hasErrors() || again.written().isEmpty()) {
      String why =
          Stream.concat(told.list().stream(), again.findings().stream())
              .filter(finding -> finding.severity() == Finding.Severity.ERROR)
              .map(Finding::message)
              .findFirst()
              .orElse("nothing was written");
      return differs(recipe, name, "what it was made from cannot be set: " + why, null);
    }
    return compare(edition, again.written().getFirst(), name);
  }

  private Press press(EditionReader.Edition edition, Path folder, Findings told)
      throws IOException {
    Recipe recipe = edition.enclosures().recipe();
    Map<String, String> words = new LinkedHashMap<>(recipe.options());
    words.computeIfPresent(
        "theme",
        (option, theme) ->
            theme.startsWith(Recipe.STYLES) ? folder.resolve(theme).toString() : theme);
    Settings settings = SettingWords.read(words);
    List<Path> given = new LentFaces(fonts).of(recipe, folder);
    boolean looksAround =
        recipe.files().stream()
            .anyMatch(file -> !file.carried() && !recipe.fonts().contains(file.path()));
    Press.Options options =
        new Press.Options(settings, formats(edition.format(), words), false, imposition(words));
    FontBook book = FontBook.with(given, looksAround, told);
    return new Press(options, book, recipe.epoch(), recipe.compressor());
  }

  // The e-reader copy names the pages of the printed one that was made with it, if one was.
  private static List<Format> formats(Format format, Map<String, String> words) {
    boolean alone = format != Format.EPUB || words.containsKey("format");
    return alone ? List.of(format) : List.of(format, Format.PDF);
  }

  private static Imposition imposition(Map<String, String> words) {
    String sheet = words.get("booklet-sheet");
    String thickness = words.get("paper-thickness");
    Double points = thickness == null ? null : PageSize.length(thickness);
    return new Imposition(
        sheet == null ? null : PageSize.of(sheet),
        points == null ? Imposition.OFFICE_PAPER : points);
  }

  private Verdict compare(EditionReader.Edition edition, Path again, String name)
      throws IOException {
    byte[] ought = Files.readAllBytes(again);
    byte[] bytes = edition.bytes();
    int at = Arrays.mismatch(ought, bytes);
    if (at < 0) {
      return Verdict.IDENTICAL;
    }
    Recipe recipe = edition.enclosures().recipe();
    boolean epub = edition.format() == Format.EPUB;
    try {
      boolean elsewhere = !recipe.compressor().equals(Compressor.here());
      String within =
          epub ? ContainerDifference.within(ought, bytes) : PdfDifference.within(ought, bytes);
      if (elsewhere && within == null) {
        return Verdict.SAME_INSIDE;
      }
      String part =
          within != null
              ? within
              : epub ? ContainerDifference.partAt(ought, at) : PdfDifference.partAt(ought, at);
      String where = epub ? part : "in " + part;
      return differs(
          recipe, name, "it differs from byte " + at + " on, " + where, absent(recipe, again));
    } catch (Unreadable e) {
      return differs(recipe, name, "this file " + e.getMessage(), null);
    }
  }

  // Another version sets otherwise, which is no damage.
  private Verdict differs(Recipe recipe, String name, String message, @Nullable String hint) {
    String here = Recipe.thisVersion();
    if (recipe.version().equals(here)) {
      findings.error("not-identical", Place.of(name), message, hint);
    } else {
      findings.error(
          "other-version",
          Place.of(name),
          "made by Offprint " + recipe.version() + ", this is " + here + "; " + message,
          "only the version that made it can tell whether it is as it was");
    }
    return Verdict.FAILED;
  }

  /** What a machine's own faces have to do with a difference; null for nothing. */
  private static @Nullable String absent(Recipe recipe, Path again) {
    EditionReader.Edition edition = new EditionReader(new Findings()).read(again);
    List<Recipe.File> here = edition == null ? List.of() : edition.enclosures().recipe().files();
    List<String> absent = new ArrayList<>();
    boolean given = false;
    for (Recipe.File file : recipe.files()) {
      if (!file.carried() && !here.contains(file)) {
        given |= recipe.fonts().contains(file.path());
        absent.add(file.path() + " (SHA-256 " + file.digest() + ")");
      }
    }
    return absent.isEmpty()
        ? null
        : "it was set with faces that it may not carry, and that are not here: "
            + String.join(", ", absent)
            + (given ? "; --font names the file of one, or a folder of them" : "");
  }
}
