package offprint.bag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.document.CatalogueEntry;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Fills a bag of BagIt 1.0 and puts it in its place as a whole. What is in it is the same, byte for
 * byte, whenever the same is put in.
 */
public final class BagWriter {
  private static final String ENDING = "-bag";
  private static final String DUBLIN_CORE = "dublin-core.xml";
  private static final String FINDINGS = "findings.json";

  private final Path place;
  private final String article;
  private final Findings findings;
  private final SortedMap<String, byte[]> payload = new TreeMap<>();
  private final Map<String, String> byFolded = new HashMap<>();

  /**
   * @param folder where the bag goes, a folder of its own
   * @param name of the article's files
   * @param article the source's file name; a bag of another is never replaced
   */
  public BagWriter(Path folder, String name, String article, Findings findings) {
    this.place = folder.resolve(folderOf(name));
    this.article = article;
    this.findings = findings;
  }

  /** The bag's folder for an article of a name. */
  public static String folderOf(String name) {
    return name + ENDING;
  }

  /**
   * Puts a file into the payload.
   *
   * @param path relative to the payload's folder
   */
  public void add(String path, byte[] content) {
    String inBag = BagPath.PAYLOAD + path;
    if (BagPath.astray(inBag, false) != null) {
      throw new IllegalArgumentException("a file of the payload stays in it: " + path);
    }
    String other = byFolded.putIfAbsent(BagPath.folded(inBag), path);
    String why = BagPath.unportable(inBag);
    if (other != null) {
      findings.error(
          "same-name",
          Place.of(article),
          "the bag would have '" + path + "' and '" + other + "', which is one name",
          "give the article or the picture another name");
    } else if (why != null) {
      findings.warning(
          "unportable-name", Place.of(article), "'" + path + "' " + why, "give it another name");
    }
    payload.put(inBag, content);
  }

  /**
   * Closes the bag and puts it in its place, instead of an earlier one of this article.
   *
   * @param date when the content was made ready; null where nobody knows
   * @param told what was found when the article was set, for the bag to tell
   * @return the bag's folder; null, with a finding, where it could not be put there
   */
  public @Nullable Path write(CatalogueEntry entry, @Nullable LocalDate date, List<Finding> told) {
    add(FINDINGS, utf8(FindingsFile.of(told)));
    add(DUBLIN_CORE, utf8(DublinCore.of(entry)));
    if (findings.hasErrors() || !isFree()) {
      return null;
    }
    Path beside = beside(".part");
    for (Path left : List.of(beside, beside(".old"))) {
      if (Files.exists(left, LinkOption.NOFOLLOW_LINKS)) {
        refuse("'" + left + "' is in the way, from a run that was stopped", "move it or delete it");
        return null;
      }
    }
    try {
      for (Map.Entry<String, byte[]> file : files(entry, date).entrySet()) {
        Path path = beside.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      moveIntoPlace(beside);
      return place;
    } catch (IOException e) {
      refuse("cannot be written: " + Refusal.of(e), "choose another folder with -d");
      return null;
    } finally {
      delete(beside);
    }
  }

  private SortedMap<String, byte[]> files(CatalogueEntry entry, @Nullable LocalDate date) {
    SortedMap<String, byte[]> tags = new TreeMap<>();
    tags.put(Declaration.FILE, utf8(Declaration.OURS));
    tags.put("bag-info.txt", utf8(new BagLabel(entry, date, article, payload).toString()));
    tags.put("manifest-sha512.txt", utf8(manifest(payload)));
    byte[] ofTags = utf8(manifest(tags));
    tags.put("tagmanifest-sha512.txt", ofTags);
    tags.putAll(payload);
    return tags;
  }

  // Two blanks, so that sha512sum reads it, too.
  private static String manifest(SortedMap<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (path, content) -> {
          String checksum = HexFormat.of().formatHex(Checksum.SHA512.digest().digest(content));
          lines.append(checksum).append("  ").append(BagPath.encoded(path)).append('\n');
        });
    return lines.toString();
  }

  // What is in an earlier bag is in the new one, or was made from the article, and may go; what
  // others have put or changed there may not.
  private boolean isFree() {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    Findings earlier = new Findings();
    new BagChecker(place, place.toString(), earlier).check();
    boolean asWeLeftIt =
        !earlier.hasErrors()
            && earlier.list().stream().map(Finding::code).noneMatch("unlisted-tag-file"::equals);
    if (Files.isSymbolicLink(place)
        || !asWeLeftIt
        || !BagLabel.isOf(article, new BagFiles(place, place.toString(), earlier), earlier)) {
      refuse(
          "what stands there is no bag of '" + article + "' as Offprint left it",
          "move it, or choose another folder with -d");
      return false;
    }
    return true;
  }

  private void moveIntoPlace(Path beside) throws IOException {
    if (!Files.exists(place)) {
      Files.move(beside, place);
      return;
    }
    Path earlier = beside(".old");
    Files.move(place, earlier);
    try {
      Files.move(beside, place);
    } catch (IOException e) {
      Files.move(earlier, place);
      throw e;
    }
    delete(earlier);
  }

  private Path beside(String ending) {
    return place.resolveSibling(place.getFileName() + ending);
  }

  private void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      findings.info("left-over", Place.of(folder.toString()), "this folder can be deleted", null);
    }
  }

  private void refuse(String message, String hint) {
    findings.error("unwritable", Place.of(place.toString()), message, hint);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
