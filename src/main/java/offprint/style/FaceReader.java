package offprint.style;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the faces that a theme brings along: from the folder of the sheet that names them, and
 * from nowhere else. What it does not find is a finding, and the next family serves.
 */
final class FaceReader {
  private final Sheets sheets;
  private final Findings findings;

  FaceReader(Sheets sheets, Findings findings) {
    this.sheets = sheets;
    this.findings = findings;
  }

  /**
   * The face of a rule.
   *
   * @param sheet the path of the sheet that has the rule
   */
  @Nullable FontFace read(String sheet, FaceRule rule) {
    Computed said = new Computed(null);
    said.families = List.of();
    String source = null;
    for (Rule.Declaration declaration : rule.declarations()) {
      Value value = Value.of(declaration.text());
      switch (declaration.name()) {
        case "src" -> source = source(value);
        case "font-family", "font-weight", "font-style" -> describe(declaration, value, said);
        // Nothing is shown before its face is there.
        case "font-display" -> {}
        default ->
            findings.warning(
                "unknown-property",
                declaration.place(),
                "the typesetter does not know '" + declaration.name() + "' of a face",
                null);
      }
    }
    if (said.families.isEmpty() || source == null) {
      warn(
          "unfit-font",
          rule.place(),
          "a face must have a family and a file that can be read",
          "say 'font-family: \"A Name\"; src: url(file.ttf)'; .ttf and .otf are read");
      return null;
    }
    byte[] file = file(sheet, source, rule.place());
    return file == null
        ? null
        : new FontFace(said.families.getFirst(), said.weight, said.italic, file, rule.place());
  }

  private void describe(Rule.Declaration declaration, Value value, Computed said) {
    Property property = Property.of(declaration.name());
    if (property == null || !property.apply(value, said)) {
      warn(
          "unknown-value",
          declaration.place(),
          "the typesetter does not know '" + declaration.text() + "' of a face",
          "a file is one face: one weight, upright or italic");
    }
  }

  /** The first file of the list that is not packed for browsers. */
  private static @Nullable String source(Value value) {
    for (Value part : value.parts()) {
      String url = part.size() == 0 ? null : Value.argument(part.term(0), "url");
      String quoted = url == null ? null : Value.string(url);
      String file = quoted == null ? url : quoted;
      if (file != null && !file.toLowerCase(Locale.ROOT).matches(".*\\.(woff2?|eot|svgz?)(#.*)?")) {
        return file;
      }
    }
    return null;
  }

  private byte @Nullable [] file(String sheet, String source, Place place) {
    String path = Sheets.resolve(sheet, source);
    String folder = sheet.substring(0, sheet.indexOf('/') + 1);
    if (path == null || !path.startsWith(folder)) {
      warn(
          "font-outside",
          place,
          "'" + source + "' is not read: it is not in the theme's folder",
          "copy the font into the theme's folder");
      return null;
    }
    try {
      byte[] file = sheets.bytes(path);
      if (file == null) {
        warn(
            "missing-font",
            place,
            "no font at '" + source + "'",
            "paths are read from the sheet's folder");
      }
      return file;
    } catch (IOException e) {
      warn("unfit-font", place, "'" + source + "' cannot be read", null);
      return null;
    }
  }

  private void warn(String code, Place place, String message, @Nullable String hint) {
    findings.warning(code, place, message, hint);
  }
}
