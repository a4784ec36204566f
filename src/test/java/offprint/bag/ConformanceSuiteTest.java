package offprint.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;

/**
 * The Library of Congress's conformance suite for BagIt. It is no part of this project: clone
 * LibraryOfCongress/bagit-conformance-suite beside the project's folder, with {@code core.autocrlf}
 * false, or say where it is with {@code -Dbagit.suite=FOLDER}.
 */
class ConformanceSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("bagit.suite", "../bagit-conformance-suite"));

  @Test
  void everyBagGetsTheVerdictThatTheSuiteAsksFor() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the suite is not beside the project");
    List<String> wrong = new ArrayList<>();
    int bags = 0;
    for (Path bag : bags()) {
      Findings findings = new Findings();
      new BagChecker(bag, SUITE.relativize(bag).toString(), findings).check();
      String kind = SUITE.relativize(bag).getName(1).toString();
      boolean right =
          switch (kind) {
            case "valid" -> !findings.hasErrors();
            case "warning" -> !findings.hasErrors() && findings.hasWarnings();
            default -> findings.hasErrors();
          };
      if (!right) {
        wrong.add(kind + ": " + bag + findings.list());
      }
      bags++;
    }
    assertThat(wrong).isEmpty();
    assertThat(bags).isGreaterThan(50);
  }

  // v1.0/invalid/name and so on.
  private static List<Path> bags() throws IOException {
    try (Stream<Path> folders = Files.walk(SUITE, 3)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> SUITE.relativize(folder).getNameCount() == 3)
          .filter(folder -> SUITE.relativize(folder).getName(0).toString().startsWith("v"))
          .sorted()
          .toList();
    }
  }
}
