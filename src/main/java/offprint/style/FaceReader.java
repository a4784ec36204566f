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
  private static final List<String> LICENCES =
      List.of("OFL.txt", "UFL.txt", "LICENSE.txt", "LICENCE.txt", "LICENSE", "LICENCE", "COPYING");

  private static final byte[] NO_FILE = {};

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
    String local = null;
    for (Rule.Declaration declaration : rule.declarations()) {
      Value value = Value.of(declaration.text());
      switch (declaration.name()) {
        case "src" -> {
          source = source(value);
          local = local(value);
        }
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
    if (!said.families.isEmpty() && source == null && local != null) {
      return new FontFace(
          said.families.getFirst(), said.weight, said.italic, local, NO_FILE, null, rule.place());
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
        : new FontFace(
            said.families.getFirst(),
            said.weight,
            said.italic,
            null,
            file,
            licence(sheet, source),
            rule.place());
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

  /** The first family of the press's own that the list names. */
  private static @Nullable String local(Value value) {
    for (Value part : value.parts()) {
      String local = part.size() == 0 ? null : Value.argument(part.term(0), "local");
      if (local != null) {
        String quoted = Value.string(local);
        return quoted == null ? local : quoted;
      }
    }
    return null;
  }

  /** What lies beside a file and says what may be done with it. */
  private byte @Nullable [] licence(String sheet, String source) {
    for (String name : LICENCES) {
      String path = Sheets.resolve(sheet, source.substring(0, source.lastIndexOf('/') + 1) + name);
      try {
        byte[] licence = path == null ? null : sheets.bytes(path);
        if (licence != null) {
          return licence;
        }
      } catch (IOException e) {
        // It cannot be read, which is as good as none.
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
