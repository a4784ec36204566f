package offprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import offprint.archive.Enclosure;
import offprint.archive.Recipe;
import offprint.bag.BagChecker;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;

/** Says whether a bag is whole, and where it is one of Offprint's, so are the editions in it. */
final class BagVerifier {
  private final List<Path> fonts;
  private final List<Finding> told;
  private final List<String> verdicts = new ArrayList<>();

  /**
   * @param fonts as {@link Verifier} takes them
   * @param told gets what is found, of the bag first and then of each edition
   */
  BagVerifier(List<Path> fonts, List<Finding> told) {
    this.fonts = fonts;
    this.told = told;
  }

  /** A line for the bag, and one for each edition. */
  List<String> verify(Path bag) {
    Findings findings = new Findings();
    new BagChecker(bag, bag.toString(), findings).check();
    told.addAll(findings.list());
    verdicts.add(bag + ": " + (findings.hasErrors() ? "not valid" : "valid"));
    Path payload = bag.resolve("data");
    if (Files.isRegularFile(payload.resolve(Recipe.PATH))) {
      try {
        for (Format format : Format.COPIES) {
          for (Path edition : editions(payload, format)) {
            verify(edition, payload);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return verdicts;
  }

  private static List<Path> editions(Path payload, Format format) throws IOException {
    try (Stream<Path> files = Files.list(payload)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(format.file("")))
          .sorted()
          .toList();
    }
  }

  // What was found of the bag or of another edition says nothing of this one.
  private void verify(Path file, Path payload) throws IOException {
    Findings findings = new Findings();
    EditionReader.Edition edition = new EditionReader(findings).read(file);
    Verifier.Verdict verdict =
        edition == null
            ? Verifier.Verdict.UNREAD
            : VerifyCommand.inWorkshop(
                workshop ->
                    new Verifier(fonts, findings).verify(edition, file.toString(), workshop));
    if (edition != null) {
      compare(edition, payload, findings);
    }
    findings.list().stream().filter(finding -> !told.contains(finding)).forEach(told::add);
    verdicts.add(file + ": " + verdict.words());
  }

  // A bag that has another article beside the edition tells two stories.
  private static void compare(EditionReader.Edition edition, Path payload, Findings findings)
      throws IOException {
    for (Enclosure enclosed : edition.enclosures().files()) {
      Path beside = payload.resolve(enclosed.path());
      if (!Files.isRegularFile(beside)
          || !Arrays.equals(Files.readAllBytes(beside), enclosed.bytes())) {
        findings.error(
            "other-file",
            Place.of(beside.toString()),
            "this is not the file that the editions in the bag were made from",
            null);
      }
    }
  }
}
