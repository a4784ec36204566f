package offprint;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import offprint.device.Device;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What every command says that has articles set: which, where to, and how they are to look. */
final class JobTicket {
  static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "0..*",
      paramLabel = "ARTICLE",
      description = "a Markdown file; - is standard input")
  List<String> articles = List.of();

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "where the files go; dist where nothing is said")
  Path folder = Path.of("dist");

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
      names = "--font",
      paramLabel = "FILE|DIR",
      description = "a font file, or a folder of them, for what no other face has; may be repeated")
  List<Path> fonts = List.of();

  @Option(
      names = "--picture-pixels",
      paramLabel = "N",
      converter = Pixels.class,
      description = "how many the longer side of an e-reader's pictures has at most; 2000")
  private @Nullable Integer picturePixels;

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

  @Mixin private final BaseUrl baseUrl = new BaseUrl();

  @Option(
      names = "--repair",
      paramLabel = "HOW",
      description = "what becomes of paragraphs that were cut in two: off, report, auto")
  private Settings.@Nullable Repair repair;

  @Option(
      names = "--smart",
      arity = "1",
      paramLabel = "WHETHER",
      description = "quotes and dashes become the language's own: true, false")
  private @Nullable Boolean smart;

  @Option(
      names = "--math",
      arity = "1",
      paramLabel = "WHETHER",
      description = "what stands between dollars may be a formula: true, false")
  private @Nullable Boolean math;

  @Option(
      names = "--drop-cap",
      arity = "1",
      paramLabel = "WHETHER",
      description = "the text begins with an initial over several lines: true, false")
  private @Nullable Boolean dropCap;

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "DEVICE",
      converter = Devices.class,
      description = "say what a device would refuse or spoil: kindle, kobo, apple, all")
  private List<Named> check = List.of();

  @Option(names = "--strict", description = "warnings are errors")
  boolean strict;

  @Option(
      names = "--explain",
      description = "print what was recognised: title, authors, date, links, ...")
  boolean explain;

  /** What the e-reader copy is checked for, each once. */
  List<Device> devices() {
    return check.stream().flatMap(named -> named.devices.stream()).distinct().toList();
  }

  /** What goes before what an article itself asks for. */
  Settings settings() {
    return Settings.builder()
        .theme(theme)
        .links(links)
        .placeholders(placeholders)
        .repair(repair)
        .baseUrl(baseUrl.address)
        .pageSize(pageSize)
        .sides(sides)
        .contents(contents)
        .smart(smart)
        .math(math)
        .dropCap(dropCap)
        .picturePixels(picturePixels)
        .build();
  }

  /**
   * Articles that would be written to the same files: two of one name, and tides-booklet beside
   * tides. Names that differ in case alone are the same on some machines, and a run is to end the
   * same on all.
   *
   * @param files what is written for an article of a name
   */
  List<Finding> clashes(Function<String, List<String>> files) {
    List<Finding> clashes = new ArrayList<>();
    Map<String, String> owners = new LinkedHashMap<>();
    for (String article : articles) {
      String name = article.equals(STANDARD_INPUT) ? "article" : Press.nameOf(path(article));
      List<String> clashing = new ArrayList<>();
      String other = "";
      for (String file : files.apply(name)) {
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

  /** What one word names; picocli would take a list itself apart. */
  record Named(List<Device> devices) {}

  static final class Devices implements CommandLine.ITypeConverter<Named> {
    @Override
    public Named convert(String word) {
      List<Device> devices = Device.of(word);
      if (devices == null) {
        throw new CommandLine.TypeConversionException(
            "'" + word + "' is none of kindle, kobo, apple, all");
      }
      return new Named(devices);
    }
  }

  static final class Pixels implements CommandLine.ITypeConverter<Integer> {
    @Override
    public Integer convert(String word) {
      Integer pixels = Settings.pixels(word);
      if (pixels == null) {
        throw new CommandLine.TypeConversionException(
            "'" + word + "' is no number of pixels from 100 to 9999");
      }
      return pixels;
    }
  }

  private static Path path(String article) {
    try {
      return Path.of(article);
    } catch (InvalidPathException e) {
      throw new ParameterException(
          new CommandLine(new Object()), "'" + article + "' can be no file's name here");
    }
  }
}
