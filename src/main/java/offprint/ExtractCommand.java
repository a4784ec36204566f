package offprint;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code offprint extract}: an edition's article, with all that it was set with. */
@Command(
    name = "extract",
    customSynopsis = "offprint extract FILE [-d DIR] [--force]",
    description = {
      "Take out of a PDF or an EPUB what it was made from: the article, its pictures, a theme and"
          + " faces that are not Offprint's own, and offprint.json, which says how it was set.",
      "The command that is printed, said in the folder, gives the same file again, byte for byte."
    },
    sortOptions = false,
    usageHelpAutoWidth = true)
final class ExtractCommand {
  @Parameters(paramLabel = "FILE", description = "a PDF or an EPUB that Offprint has made")
  private Path file = Path.of("");

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "where the files go; for reef.pdf, reef-source where nothing is said")
  private @Nullable Path folder;

  @Option(names = "--force", description = "replace files that are there and not the same")
  private boolean force;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;

  /**
   * @param out where the files are listed
   * @param err where findings go
   * @return whether all is there now
   */
  boolean run(PrintStream out, PrintStream err) {
    Findings findings = new Findings();
    EditionReader.Edition edition = new EditionReader(findings).read(file);
    if (edition != null) {
      Path into = folder != null ? folder : Path.of(nameOf(file) + "-source");
      List<Path> written = new Unpacker(into, force, findings).unpack(edition.enclosures());
      written.forEach(out::println);
      if (!written.isEmpty()) {
        err.println("to set it again, in " + into + ":");
        err.println("  " + Unpacker.command(edition.enclosures().recipe()));
        List<String> absent = Unpacker.absentFonts(edition.enclosures().recipe());
        if (!absent.isEmpty()) {
          err.println("with what the edition may not carry: " + String.join(", ", absent));
        }
      }
    }
    findings.list().forEach(err::println);
    return !findings.hasErrors();
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.(pdf|epub)$", "");
  }
}
