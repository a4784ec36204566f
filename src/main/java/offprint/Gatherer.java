package offprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import offprint.archive.Enclosure;
import offprint.archive.Enclosures;
import offprint.archive.Recipe;
import offprint.archive.SettingWords;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.source.Asset;
import offprint.source.Source;
import offprint.style.Theme;
import offprint.web.LockFile;
import org.jspecify.annotations.Nullable;

/** Gathers what an article's editions depend on, and how to set them again. */
final class Gatherer {
  private final Settings settings;
  private final @Nullable String epoch;
  private final String compressor;

  /**
   * @param settings what goes before what the article asks for
   * @param epoch what SOURCE_DATE_EPOCH says
   * @param compressor what packs the streams
   */
  Gatherer(Settings settings, @Nullable String epoch, String compressor) {
    this.settings = settings;
    this.epoch = epoch;
    this.compressor = compressor;
  }

  /**
   * @param faces files of faces that are not the press's own
   */
  Enclosures gather(Document document, Theme theme, List<FontBook.Outside> faces) {
    List<Enclosure> parts = new ArrayList<>();
    for (Asset picture : document.files()) {
      parts.add(
          new Enclosure(
              picture.path(), picture.mediaType(), Enclosure.Role.PART, picture.content()));
    }
    addLock(document.links(), parts);
    theme.files().forEach((path, bytes) -> parts.add(part(Recipe.STYLES + path, bytes)));
    List<Recipe.File> absent = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<String> given = new ArrayList<>();
    for (FontBook.Outside face : faces) {
      String path = Recipe.FONTS + free(face.name(), names);
      Enclosure enclosure = part(path, face.bytes());
      if (face.given()) {
        given.add(path);
      }
      if (face.given() && face.free()) {
        parts.add(enclosure);
      } else {
        absent.add(new Recipe.File(face.given() ? path : face.name(), enclosure.digest(), false));
      }
    }
    Source source = document.source();
    Recipe terms =
        new Recipe(
            Recipe.thisVersion(),
            source.fileName(),
            options(theme),
            given,
            isDated(document.metadata()) ? null : epoch(),
            compressor,
            absent);
    return Enclosures.of(source, terms, parts);
  }

  private Map<String, String> options(Theme theme) {
    Map<String, String> options = new LinkedHashMap<>(SettingWords.of(settings));
    if (!theme.files().isEmpty()) {
      Map<String, String> own = new LinkedHashMap<>();
      own.put("theme", Recipe.STYLES + theme.name());
      options.forEach(own::putIfAbsent);
      return own;
    }
    return options;
  }

  // What is no number of seconds is passed over.
  private @Nullable String epoch() {
    return epoch != null && epoch.strip().matches("\\d{1,12}") ? epoch.strip() : null;
  }

  private static boolean isDated(Metadata metadata) {
    return metadata.date() != null || metadata.modified() != null;
  }

  // The folder's other articles are not this edition's to tell of.
  private static void addLock(LinkList links, List<Enclosure> parts) {
    String lock = LockFile.text(links);
    if (lock != null) {
      parts.add(part(LockFile.NAME, lock.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static Enclosure part(String path, byte[] bytes) {
    return Enclosure.of(path, Enclosure.Role.PART, bytes);
  }

  // Faces of one name may have come from different folders.
  private static String free(String name, Set<String> names) {
    String free = name;
    for (int i = 2; !names.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = i + "/" + name;
    }
    return free;
  }
}
