package offprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.archive.Enclosure;
import offprint.archive.Recipe;
import offprint.bag.BagChecker;
import offprint.source.Findings;
import offprint.source.Place;

/** Says whether a bag is whole, and where it is one of Offprint's, so are the editions in it. */
final class BagVerifier {
  private final Findings findings;

  BagVerifier(Findings findings) {
    this.findings = findings;
  }

  /** A line for the bag, and one for each edition. */
  List<String> verify(Path bag) {
    new BagChecker(bag, bag.toString(), findings).check();
    List<String> verdicts = new ArrayList<>();
    verdicts.add(bag + ": " + (findings.hasErrors() ? "not valid" : "valid"));
    Path payload = bag.resolve("data");
    if (Files.isRegularFile(payload.resolve(Recipe.PATH))) {
      for (Format format : Format.COPIES) {
        verdicts.addAll(verify(payload, format));
      }
    }
    return verdicts;
  }

  private List<String> verify(Path payload, Format format) {
    List<String> verdicts = new ArrayList<>();
    try (var files = Files.newDirectoryStream(payload, "*" + format.file(""))) {
      for (Path file : files) {
        EditionReader.Edition edition = new EditionReader(findings).read(file);
        Verifier.Verdict verdict =
            edition == null
                ? Verifier.Verdict.FAILED
                : VerifyCommand.inWorkshop(
                    workshop -> new Verifier(findings).verify(edition, file.toString(), workshop));
        if (edition != null) {
          compare(edition, payload);
        }
        verdicts.add(file + ": " + verdict.words());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return verdicts;
  }

  // A bag that has another article beside the edition tells two stories.
  private void compare(EditionReader.Edition edition, Path payload) throws IOException {
    for (Enclosure enclosed : edition.enclosures().files()) {
      Path beside = payload.resolve(enclosed.path());
      if (!Files.isRegularFile(beside)
          || !Arrays.equals(Files.readAllBytes(beside), enclosed.content())) {
        findings.error(
            "other-file",
            Place.of(beside.toString()),
            "this is not the file that the editions in the bag were made from",
            null);
      }
    }
  }
}
