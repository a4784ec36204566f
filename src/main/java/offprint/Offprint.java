package offprint;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.bag.BagWriter;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.page.Imposition;
import offprint.source.Finding;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. The files written go to standard output, one path a line; findings go to
 * standard error.
 */
@Command(
    name = "offprint",
    customSynopsis = "offprint ARTICLE... [-d DIR] [--format pdf,epub] [OPTION...]",
    description = "Sets Markdown articles as a printed copy (PDF) and an e-reader copy (EPUB).",
    subcommands = {
      ThemesCommand.class,
      LinksCommand.class,
      BagCommand.class,
      ExtractCommand.class,
      VerifyCommand.class
    },
    sortOptions = false,
    usageHelpAutoWidth = true,
    versionProvider = Offprint.Version.class,
    exitCodeListHeading = "%nExit statuses:%n",
    exitCodeList = {
      "0:all articles are written; there may have been warnings",
      "1:an article has errors; earlier files of it are as they were",
      "2:the command line cannot be read",
      "69:no fitting Java was found",
      "70:a mistake of ours"
    })
public final class Offprint {
  private static final int WRITTEN = 0;
  private static final int ERRORS = 1;
  private static final int USAGE = 2;
  // sysexits.h: EX_SOFTWARE.
  private static final int OUR_MISTAKE = 70;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "pdf, epub, booklet, or some with commas; pdf,epub where nothing is said")
  private List<Format> formats = Format.COPIES;

  @Mixin private final JobTicket ticket = new JobTicket();

  @Option(
      names = "--booklet",
      description = "also the pages in folding order, two on each side of a sheet")
  private boolean booklet;

  @Option(
      names = "--booklet-sheet",
      paramLabel = "SIZE",
      description = "a booklet on sheets of this size; twice the page's where nothing is said")
  private @Nullable PageSize sheet;

  @Option(
      names = "--paper-thickness",
      paramLabel = "LENGTH",
      converter = Thickness.class,
      description = "a booklet's inner pages move to the fold by this; 0.1mm where nothing is said")
  private @Nullable Double paperThickness;

  @Option(names = "--version", versionHelp = true, description = "print the version")
  private boolean version;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this")
  private boolean help;

  /**
   * @param in what {@code -} reads
   * @param out where the written files are listed
   * @param err where findings go
   */
  Offprint(InputStream in, PrintStream out, PrintStream err) {
    this.in = in;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = new Offprint(System.in, out, err).run(arguments);
    out.flush();
    err.flush();
    System.exit(status);
  }

  // System.out and System.err speak the machine's character set, not ours.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Does what the arguments say; returns the exit status. */
  int run(String... arguments) {
    try {
      CommandLine line = commandLine();
      CommandLine.ParseResult said = line.parseArgs(arguments);
      if (said.hasSubcommand()) {
        return subcommand(said);
      }
      if (line.isUsageHelpRequested()) {
        line.usage(out, CommandLine.Help.Ansi.OFF);
        return WRITTEN;
      }
      if (line.isVersionHelpRequested()) {
        line.printVersionHelp(out, CommandLine.Help.Ansi.OFF);
        return WRITTEN;
      }
      return press(line);
    } catch (ParameterException e) {
      err.println("offprint: " + e.getMessage());
      err.println("  hint: " + hint(e));
      return USAGE;
    } catch (Throwable e) {
      return ourMistake("", e);
    }
  }

  private static String hint(ParameterException e) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    String help = (name.startsWith("offprint") ? name : "offprint") + " --help";
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()
            ? unmatched.getSuggestions()
            : List.of();
    return (near.isEmpty() ? "" : "perhaps " + String.join(" or ", near) + "; ")
        + help
        + " lists what can be said";
  }

  private int subcommand(CommandLine.ParseResult said) {
    CommandLine.Model.CommandSpec command = said.subcommand().commandSpec();
    CommandLine line = command.commandLine();
    String name = command.name();
    // The command is known anywhere on the line, an article of its name by its path alone.
    if (!ticket.articles.isEmpty()) {
      throw new ParameterException(
          line, "'" + name + "' after an article; './" + name + "' is one of that name");
    }
    if (line.isUsageHelpRequested()) {
      line.usage(out, CommandLine.Help.Ansi.OFF);
      return WRITTEN;
    }
    if (command.userObject() instanceof LinksCommand) {
      return links(line, said.subcommand());
    }
    if (command.userObject() instanceof VerifyCommand verify) {
      return verify.run(out, err) ? WRITTEN : ERRORS;
    }
    if (command.userObject() instanceof ExtractCommand extract) {
      return extract.run(out, err) ? WRITTEN : ERRORS;
    }
    if (command.userObject() instanceof BagCommand bag) {
      if (!said.matchedOptions().isEmpty()) {
        throw new ParameterException(line, "options of '" + name + "' stand after it");
      }
      return bag(line, bag.ticket);
    }
    ThemesCommand.list(out);
    return WRITTEN;
  }

  private int links(CommandLine line, CommandLine.ParseResult said) {
    if (!said.hasSubcommand()) {
      throw new ParameterException(line, "'links' is said with what to do: links check ARTICLE");
    }
    CommandLine check = said.subcommand().commandSpec().commandLine();
    if (check.isUsageHelpRequested()) {
      check.usage(out, CommandLine.Help.Ansi.OFF);
      return WRITTEN;
    }
    LinksCommand.Check command = check.getCommand();
    return command.run(version(), Clock.systemUTC(), out, err) ? WRITTEN : ERRORS;
  }

  private CommandLine commandLine() {
    return new CommandLine(this)
        .registerConverter(Format.class, Offprint::format)
        .registerConverter(PageSize.class, Offprint::pageSize)
        .registerConverter(Boolean.class, Offprint::truth)
        .registerConverter(LinkList.Mode.class, choice(LinkList.Mode.values()))
        .registerConverter(Settings.Placeholders.class, choice(Settings.Placeholders.values()))
        .registerConverter(Settings.Repair.class, choice(Settings.Repair.values()))
        .registerConverter(Settings.Sides.class, choice(Settings.Sides.values()))
        .registerConverter(Settings.Contents.class, choice(Settings.Contents.values()));
  }

  private static Format format(String word) {
    Format format = Format.of(word);
    if (format == null) {
      throw unknown(word, Format.names());
    }
    return format;
  }

  private static PageSize pageSize(String word) {
    PageSize size = PageSize.of(word);
    if (size == null) {
      List<String> known = new ArrayList<>(PageSize.names());
      known.add("measures such as 6x9in or 148x210mm");
      throw unknown(word, known);
    }
    return size;
  }

  // picocli takes any word but 'true' for false.
  private static Boolean truth(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unknown(word, List.of("true", "false"));
    };
  }

  private static <E extends Enum<E>> ITypeConverter<E> choice(E[] kinds) {
    Map<String, E> byWord = new LinkedHashMap<>();
    for (E kind : kinds) {
      byWord.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return word -> {
      E kind = byWord.get(word.strip().toLowerCase(Locale.ROOT));
      if (kind == null) {
        throw unknown(word, List.copyOf(byWord.keySet()));
      }
      return kind;
    };
  }

  private static TypeConversionException unknown(String word, List<String> known) {
    return new TypeConversionException("'" + word + "' is none of " + String.join(", ", known));
  }

  private int press(CommandLine line) {
    String first = ticket.articles.isEmpty() ? "-" : ticket.articles.getFirst();
    if (first.matches("\\w+") && !Files.exists(Path.of(first))) {
      throw new ParameterException(line, "'" + first + "' is no command, and no file");
    }
    List<Format> all = formats();
    if (!ticket.devices().isEmpty() && !all.contains(Format.EPUB)) {
      throw new ParameterException(line, "--check looks at the EPUB, which --format leaves out");
    }
    Press.Options options =
        new Press.Options(ticket.settings(), all, ticket.strict, imposition(), ticket.devices());
    return eachArticle(
        line,
        ticket,
        options,
        name -> all.stream().map(format -> format.file(name)).toList(),
        (press, article) ->
            article.equals(JobTicket.STANDARD_INPUT)
                ? press.press(in, "<stdin>", ticket.folder)
                : press.press(Path.of(article), ticket.folder));
  }

  private int bag(CommandLine line, JobTicket ticket) {
    return eachArticle(
        line,
        ticket,
        new Press.Options(
            ticket.settings(), Format.COPIES, ticket.strict, imposition(), ticket.devices()),
        name -> List.of(BagWriter.folderOf(name)),
        (press, article) ->
            article.equals(JobTicket.STANDARD_INPUT)
                ? press.bag(in, "<stdin>", ticket.folder)
                : press.bag(Path.of(article), ticket.folder));
  }

  /** What becomes of one article. */
  private interface Work {
    Press.Result of(Press press, String article);
  }

  private int eachArticle(
      CommandLine line,
      JobTicket ticket,
      Press.Options options,
      Function<String, List<String>> files,
      Work work) {
    if (ticket.articles.isEmpty()) {
      throw new ParameterException(line, "no ARTICLE is named");
    }
    List<Finding> clashes = ticket.clashes(files);
    Findings unfit = new Findings();
    FontBook book = FontBook.with(ticket.fonts, true, unfit);
    if (!clashes.isEmpty() || unfit.hasErrors()) {
      clashes.forEach(err::println);
      unfit.list().forEach(err::println);
      return ERRORS;
    }
    Press press = new Press(options, book);
    int status = WRITTEN;
    for (String article : ticket.articles) {
      try {
        Press.Result result = work.of(press, article);
        tell(result, ticket.explain);
        status = Math.max(status, result.failed() ? ERRORS : WRITTEN);
      } catch (Throwable e) {
        status = ourMistake(article + ": ", e);
      }
    }
    return status;
  }

  private List<Format> formats() {
    boolean folded = booklet || sheet != null || paperThickness != null;
    return Stream.concat(formats.stream(), folded ? Stream.of(Format.BOOKLET) : Stream.of())
        .distinct()
        .toList();
  }

  private Imposition imposition() {
    return new Imposition(sheet, paperThickness != null ? paperThickness : Imposition.OFFICE_PAPER);
  }

  private void tell(Press.Result result, boolean explain) {
    for (Finding finding : result.findings()) {
      if (explain || finding.severity() != Finding.Severity.INFO) {
        err.println(finding);
      }
    }
    if (explain && result.document() != null) {
      out.print(new Explanation(result.document()));
    }
    result.written().forEach(out::println);
  }

  private int ourMistake(String where, Throwable mistake) {
    String message = mistake.getMessage();
    String what = mistake.getClass().getName() + (message == null ? "" : ": " + message);
    err.println(
        "offprint: internal error: "
            + where
            + what.lines().collect(Collectors.joining(" "))
            + "; please report it, with the article if you may");
    if (System.getenv("OFFPRINT_DEBUG") != null) {
      mistake.printStackTrace(err);
    }
    return OUR_MISTAKE;
  }

  private static String version() {
    String version = Offprint.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }

  /** Of paper, in points: from none to board. */
  static final class Thickness implements ITypeConverter<Double> {
    private static final double BOARD = 2 * 72 / 25.4;

    @Override
    public Double convert(String word) {
      Double points = PageSize.length(word);
      if (points == null || points > BOARD) {
        throw new TypeConversionException(
            "'" + word + "' is no thickness of paper, such as 0.1mm, and 2mm at most");
      }
      return points;
    }
  }

  /** What the build wrote into the application's jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"offprint " + (version().isEmpty() ? "(not packaged)" : version())};
    }
  }
}
