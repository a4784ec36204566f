package offprint;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code offprint verify}: whether editions are what their own source makes. */
@Command(
    name = "verify",
    customSynopsis = "offprint verify FILE... [--font FILE|DIR]",
    description = {
      "Take out of each PDF or EPUB what it was made from, set that again, and compare byte for"
          + " byte. A folder is taken for a bag: it must be whole, and so must the editions in it.",
      "The exit status is 0 where all are identical."
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class VerifyCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "a PDF, an EPUB, or a bag, that Offprint has made")
  private List<Path> files = List.of();

  @Option(
      names = "--font",
      paramLabel = "FILE|DIR",
      description =
          "a font that an edition was set with and may not carry, or a folder of them; may be"
              + " repeated")
  private List<Path> fonts = List.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;

  /**
   * @param out where the verdicts go
   * @param err where findings go
   * @return whether all are identical
   */
  boolean run(PrintStream out, PrintStream err) {
    Findings unfit = new Findings();
    for (Path font : fonts) {
      if (!Files.exists(font)) {
        unfit.error("no-such-font", Place.of(font.toString()), "no font here", null);
      }
    }
    unfit.list().forEach(err::println);
    boolean all = !unfit.hasErrors();
    for (Path file : files) {
      List<Finding> told = new ArrayList<>();
      if (Files.isDirectory(file)) {
        new BagVerifier(fonts, told).verify(file).forEach(out::println);
      } else {
        Findings findings = new Findings();
        Verifier.Verdict verdict =
            inWorkshop(workshop -> new Verifier(fonts, findings).verify(file, workshop));
        out.println(file + ": " + verdict.words());
        told.addAll(findings.list());
      }
      told.forEach(err::println);
      all &= told.stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    }
    return all;
  }

  /** Something that needs a folder for a while. */
  interface Work<T> {
    T in(Path workshop) throws IOException;
  }

  static <T> T inWorkshop(Work<T> work) {
    try {
      Path workshop = Files.createTempDirectory("offprint");
      try {
        return work.in(workshop);
      } finally {
        try (Stream<Path> files = Files.walk(workshop)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
