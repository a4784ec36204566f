package offprint.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import offprint.source.Content;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of an edition what it was made from. A file is known by its digest, wherever the
 * edition holds it; what is not there whole is an error finding.
 */
public final class Extractor {
  private static final Pattern UNFIT = Pattern.compile("[\\\\\\p{Cntrl}]");

  // Windows knows these as devices, with any ending.
  private static final Pattern DEVICE =
      Pattern.compile(
          "(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\\s*(\\..*)?|.*[:*?\"<>|].*|.*[. ]");

  private final String edition;
  private final boolean windows;
  private final Findings findings;

  /**
   * @param edition what findings call it
   * @param windows whether the files are to be written there
   */
  public Extractor(String edition, boolean windows, Findings findings) {
    this.edition = edition;
    this.windows = windows;
    this.findings = findings;
  }

  /**
   * @param held what an edition holds, by name
   * @param recipeName the name of the recipe there
   * @return null, after an error, where something lacks
   */
  public @Nullable Enclosures read(Map<String, byte[]> held, String recipeName) {
    byte[] json = held.get(recipeName);
    if (json == null) {
      error(
          "no-recipe",
          "it does not say what it was made from",
          "editions that Offprint has made carry their article and how it was set");
      return null;
    }
    Recipe recipe = recipe(json);
    if (recipe == null || !isSafe(recipe)) {
      return null;
    }
    Map<String, byte[]> byDigest = new HashMap<>();
    held.values().forEach(content -> byDigest.put(Content.digest(content), content));
    List<Enclosure> files = new ArrayList<>();
    boolean whole = true;
    for (Recipe.File file : recipe.files()) {
      byte[] content = byDigest.get(file.digest());
      if (file.carried() && content == null) {
        error("damaged", "'" + file.path() + "' is not in it as it was when it was set", null);
        whole = false;
      } else if (file.carried() && content != null) {
        boolean article = file.path().equals(recipe.article());
        Enclosure.Role role = article ? Enclosure.Role.SOURCE : Enclosure.Role.PART;
        files.add(Enclosure.of(file.path(), role, content));
      }
    }
    boolean article = files.stream().anyMatch(file -> file.role() == Enclosure.Role.SOURCE);
    if (whole && !article) {
      error("damaged", "the recipe in it names no article", null);
    }
    files.add(Enclosure.of(Recipe.PATH, Enclosure.Role.RECIPE, json));
    return whole && article ? new Enclosures(recipe, files) : null;
  }

  private @Nullable Recipe recipe(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      Findings within = new Findings();
      Recipe recipe = Recipe.read(text, Recipe.PATH, within);
      if (recipe != null && !within.hasErrors()) {
        return recipe;
      }
    } catch (CharacterCodingException e) {
      // It is told below, with all that makes it no recipe.
    }
    error("damaged", "the recipe in it cannot be read", null);
    return null;
  }

  private boolean isSafe(Recipe recipe) {
    boolean safe = true;
    for (Recipe.File file : recipe.files()) {
      boolean placed = file.carried() || recipe.fonts().contains(file.path());
      if (placed && !isSafe(file.path())) {
        error(
            "path-outside",
            "the path '" + UNFIT.matcher(file.path()).replaceAll("?") + "' in it leads elsewhere",
            "take nothing out of a file that you do not trust");
        safe = false;
      }
    }
    return safe;
  }

  // Also that it is not the recipe's own path, which is written besides.
  private boolean isSafe(String path) {
    if (UNFIT.matcher(path).find() || path.equalsIgnoreCase(Recipe.PATH)) {
      return false;
    }
    for (String name : path.split("/", -1)) {
      if (Set.of("", ".", "..").contains(name) || windows && DEVICE.matcher(name).matches()) {
        return false;
      }
    }
    return true;
  }

  private void error(String code, String message, @Nullable String hint) {
    findings.error(code, Place.of(edition), message, hint);
  }
}
