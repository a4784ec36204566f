package offprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import offprint.archive.Enclosure;
import offprint.archive.Enclosures;
import offprint.archive.Recipe;
import offprint.source.Findings;
import offprint.source.Place;

/** Puts into a folder what an edition was made from, all of it or nothing. */
final class Unpacker {
  private final Path folder;
  private final boolean force;
  private final Findings findings;

  /**
   * @param force whether what stands there may be replaced by something else
   */
  Unpacker(Path folder, boolean force, Findings findings) {
    this.folder = folder;
    this.force = force;
    this.findings = findings;
  }

  /** The files that stand there now; none after an error. */
  List<Path> unpack(Enclosures enclosures) {
    for (Enclosure file : enclosures.files()) {
      check(file);
    }
    if (findings.hasErrors()) {
      return List.of();
    }
    try (Delivery delivery = new Delivery(folder, findings)) {
      for (Enclosure file : enclosures.files()) {
        delivery.write(file.path(), out -> out.write(file.bytes()));
      }
      return findings.hasErrors() ? List.of() : delivery.deliver();
    }
  }

  private void check(Enclosure file) {
    Path place = folder.resolve(file.path());
    try {
      if (Files.isRegularFile(place)
          && !force
          && !Arrays.equals(Files.readAllBytes(place), file.bytes())) {
        findings.error(
            "other-file",
            Place.of(place.toString()),
            "another file stands in the place of this one",
            "choose another folder with -d, or replace it with --force");
      }
      // A link within the folder may lead out of it.
      Path there = place.getParent();
      while (there != null && !Files.exists(there)) {
        there = there.getParent();
      }
      boolean inside =
          there == null
              || !Files.exists(folder)
              || there.toRealPath().startsWith(folder.toRealPath());
      if (!inside) {
        findings.error(
            "path-outside",
            Place.of(place.toString()),
            "a link leads out of the folder here",
            "choose another folder with -d");
      }
    } catch (IOException e) {
      findings.error("unreadable", Place.of(place.toString()), "this cannot be read", null);
    }
  }

  /** What sets the article again, said in the folder. */
  static String command(Recipe recipe) {
    String options =
        recipe.options().entrySet().stream()
            .map(
                option ->
                    option.getKey().equals("booklet")
                        ? " --booklet"
                        : " --" + option.getKey() + " " + quoted(option.getValue()))
            .collect(Collectors.joining());
    String fonts =
        recipe.fonts().stream()
            .map(path -> " --font " + quoted(path))
            .collect(Collectors.joining());
    String epoch = recipe.epoch() == null ? "" : "SOURCE_DATE_EPOCH=" + recipe.epoch() + " ";
    return epoch + "offprint " + quoted(recipe.article()) + options + fonts;
  }

  /** The fonts that the command names and that are not among the files. */
  static List<String> absentFonts(Recipe recipe) {
    return recipe.files().stream()
        .filter(file -> !file.carried() && recipe.fonts().contains(file.path()))
        .map(Recipe.File::path)
        .toList();
  }

  // As a POSIX shell takes it.
  private static String quoted(String word) {
    return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
