package offprint;

import java.io.PrintStream;
import java.util.List;
import offprint.style.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code offprint themes}: what {@code --theme} knows by name, a line each. */
@Command(
    name = "themes",
    description = "List the themes, with those in the folder 'styles' below this one.",
    usageHelpAutoWidth = true)
final class ThemesCommand {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;

  static void list(PrintStream out) {
    List<Shelf.Entry> themes = Shelf.here().entries();
    int longest = themes.stream().mapToInt(theme -> theme.name().length()).max().orElse(0);
    for (Shelf.Entry theme : themes) {
      String gap = " ".repeat(longest - theme.name().length() + 2);
      out.println((theme.name() + gap + theme.description()).stripTrailing());
    }
  }
}
