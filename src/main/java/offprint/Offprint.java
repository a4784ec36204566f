package offprint;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.page.Imposition;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line. The files written go to standard output, one path a line; findings go to
 * standard error.
 */
@Command(
    name = "offprint",
    customSynopsis = "offprint ARTICLE... [-d DIR] [--format pdf,epub] [OPTION...]",
    description = "Sets Markdown articles as a printed copy (PDF) and an e-reader copy (EPUB).",
    subcommands = ThemesCommand.class,
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

  private static final String STANDARD_INPUT = "-";

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(
      arity = "0..*",
      paramLabel = "ARTICLE",
      description = "a Markdown file; - is standard input")
  private List<String> articles = List.of();

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "where the files go; dist where nothing is said")
  private Path folder = Path.of("dist");

  @Option(
      names = "--format",
      split = ",",
      paramLabel = "FORMAT",
      description = "pdf, epub, booklet, or some with commas; pdf,epub where nothing is said")
  private List<Format> formats = Format.COPIES;

  @Option(
      names = "--theme",
      paramLabel = "NAME|DIR",
      description = "a theme's name, or a folder with one")
  private @Nullable String theme;

  @Option(
      names = "--page-size",
      paramLabel = "SIZE",
      description = "a4, a5, letter, ..., or measures: 6x9in, 148x210mm")
  private @Nullable PageSize pageSize;

  @Option(
      names = "--sides",
      paramLabel = "HOW",
      description = "one: all pages alike; two: left and right pages, as in a book")
  private Settings.@Nullable Sides sides;

  @Option(
      names = "--toc",
      paramLabel = "WHETHER",
      description = "a list of contents: true, false, auto (where the article is long)")
  private Settings.@Nullable Contents contents;

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

  @Option(
      names = "--font",
      paramLabel = "FILE|DIR",
      description = "a font file, or a folder of them, for what no other face has; may be repeated")
  private List<Path> fonts = List.of();

  @Option(
      names = "--links",
      paramLabel = "HOW",
      description = "how addresses are shown: list, footnotes, inline, none")
  private LinkList.@Nullable Mode links;

  @Option(
      names = "--placeholder-links",
      paramLabel = "HOW",
      description = "what becomes of links without an address: text, mark, error")
  private Settings.@Nullable Placeholders placeholders;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "what relative links are resolved against")
  private @Nullable String baseUrl;

  @Option(
      names = "--repair",
      paramLabel = "HOW",
      description = "what becomes of paragraphs that were cut in two: off, report, auto")
  private Settings.@Nullable Repair repair;

  @Option(names = "--strict", description = "warnings are errors")
  private boolean strict;

  @Option(
      names = "--explain",
      description = "print what was recognised: title, authors, date, links, ...")
  private boolean explain;

  @Option(names = "--version", versionHelp = true, description = "print the version")
  private boolean version;

  @Option(names = "--help", usageHelp = true, description = "print this")
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
        return themes(said.subcommand().commandSpec().commandLine());
      }
      if (line.isUsageHelpRequested()) {
        line.usage(out, CommandLine.Help.Ansi.OFF);
        return WRITTEN;
      }
      if (line.isVersionHelpRequested()) {
        line.printVersionHelp(out, CommandLine.Help.Ansi.OFF);
        return WRITTEN;
      }
      if (articles.isEmpty()) {
        throw new ParameterException(line, "no ARTICLE is named");
      }
      return press();
    } catch (ParameterException e) {
      err.println("offprint: " + e.getMessage());
      err.println("  hint: offprint --help lists what can be said");
      return USAGE;
    } catch (Throwable e) {
      return ourMistake("", e);
    }
  }

  private int themes(CommandLine line) {
    // The command is known anywhere on the line, an article of its name by its path alone.
    if (!articles.isEmpty()) {
      throw new ParameterException(
          line, "'themes' after an article; './themes' is one of that name");
    }
    if (line.isUsageHelpRequested()) {
      line.usage(out, CommandLine.Help.Ansi.OFF);
    } else {
      ThemesCommand.list(out);
    }
    return WRITTEN;
  }

  private CommandLine commandLine() {
    return new CommandLine(this)
        .registerConverter(Format.class, Offprint::format)
        .registerConverter(PageSize.class, Offprint::pageSize)
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

  private int press() {
    List<Finding> clashes = clashes();
    Findings unfit = new Findings();
    FontBook book = FontBook.with(fonts, true, unfit);
    if (!clashes.isEmpty() || unfit.hasErrors()) {
      clashes.forEach(err::println);
      unfit.list().forEach(err::println);
      return ERRORS;
    }
    Settings settings =
        Settings.builder()
            .theme(theme)
            .links(links)
            .placeholders(placeholders)
            .repair(repair)
            .baseUrl(baseUrl)
            .pageSize(pageSize)
            .sides(sides)
            .contents(contents)
            .build();
    Press press = new Press(new Press.Options(settings, formats(), strict, imposition()), book);
    int status = WRITTEN;
    for (String article : articles) {
      status = Math.max(status, press(press, article));
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

  private int press(Press press, String article) {
    try {
      Press.Result result =
          article.equals(STANDARD_INPUT)
              ? press.press(in, "<stdin>", folder)
              : press.press(Path.of(article), folder);
      tell(result);
      return result.failed() ? ERRORS : WRITTEN;
    } catch (Throwable e) {
      return ourMistake(article + ": ", e);
    }
  }

  private void tell(Press.Result result) {
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

  // Two articles of one name would write the same files, and so would tides-booklet beside tides.
  // Names that differ in case alone are the same on some machines, and a run is to end the same on
  // all.
  private List<Finding> clashes() {
    List<Finding> clashes = new ArrayList<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (String article : articles) {
      String name = article.equals(STANDARD_INPUT) ? "article" : Press.nameOf(path(article));
      List<String> clashing = new ArrayList<>();
      String other = "";
      for (Format format : formats()) {
        String file = format.file(name);
        String owner = owners.putIfAbsent(file.toLowerCase(Locale.ROOT), article);
        if (owner != null) {
          clashing.add(file);
          other = owner;
        }
      }
      if (!clashing.isEmpty()) {
        clashes.add(
            new Finding(
                Finding.Severity.ERROR,
                "same-name",
                Place.of(article),
                String.join(" and ", clashing) + " would be written from '" + other + "' too",
                "set them in two runs, each with a folder of its own (-d)"));
      }
    }
    return clashes;
  }

  private static Path path(String article) {
    try {
      return Path.of(article);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          new CommandLine(new Object()), "'" + article + "' can be no file's name here");
    }
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
      String version = Offprint.class.getPackage().getImplementationVersion();
      return new String[] {"offprint " + (version == null ? "(not packaged)" : version)};
    }
  }
}
