package offprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Library of Congress's conformance suite for BagIt. It is no part of this project: clone
 * LibraryOfCongress/bagit-conformance-suite beside the project's folder, with {@code core.autocrlf}
 * false, or say where it is with {@code -Dbagit.suite=FOLDER}.
 */
class BagItSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("bagit.suite", "../bagit-conformance-suite"));

  @Test
  void everyBagGetsTheVerdictThatTheSuiteAsksFor() throws IOException {
    assumeTrue(Files.isDirectory(SUITE), "the suite is not beside the project");
    List<String> wrong = new ArrayList<>();
    int bags = 0;
    for (Path bag : bags()) {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      PrintStream err = new PrintStream(told, true, UTF_8);
      int status =
          new Offprint(InputStream.nullInputStream(), err, err).run("verify", bag.toString());
      String kind = SUITE.relativize(bag).getName(1).toString();
      boolean warned = told.toString(UTF_8).contains(": warning: ");
      boolean right =
          switch (kind) {
            case "valid" -> status == 0;
            case "warning" -> status == 0 && warned;
            default -> status == 1;
          };
      if (!right) {
        wrong.add(kind + ": " + bag + "\n" + told.toString(UTF_8));
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
