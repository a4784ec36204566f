package offprint;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import offprint.archive.Compressor;
import offprint.archive.Enclosures;
import offprint.archive.Recipe;
import offprint.composition.CoverCompositor;
import offprint.composition.Typesetter;
import offprint.device.Device;
import offprint.document.Document;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.markdown.MarkdownReader;
import offprint.page.Imposition;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.source.Content;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.source.SourceReader;
import offprint.style.Shelf;
import offprint.style.Theme;
import offprint.web.LockFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes an article through all the stages: read once, set once, written in every format asked for.
 * One press can print any number of articles.
 */
public final class Press {
  private static final String DEFAULT_THEME = "classic";
  private static final Set<String> MARKDOWN =
      Set.of("md", "markdown", "mdown", "mkdn", "mkd", "text", "txt");

  private final Options options;
  private final FontBook fonts;
  private final @Nullable String epoch;
  private final String compressor;

  /** With the faces that the press carries: the same pages on every machine. */
  public Press(Options options) {
    this(options, FontBook.bundled());
  }

  public Press(Options options, FontBook fonts) {
    this(options, fonts, System.getenv("SOURCE_DATE_EPOCH"), Compressor.here());
  }

  /**
   * One that sets again.
   *
   * @param epoch what SOURCE_DATE_EPOCH said then; null for nothing
   * @param compressor what packed the streams then
   */
  Press(Options options, FontBook fonts, @Nullable String epoch, String compressor) {
    this.options = options;
    this.fonts = fonts;
    this.epoch = epoch;
    this.compressor = compressor;
  }

  /**
   * What all articles of a run share.
   *
   * @param settings what goes before what an article itself asks for
   * @param formats in the order they are written
   * @param imposition how the pages lie on the sheets of a booklet
   * @param strict whether nothing is written for an article with warnings
   * @param devices what the e-reader copy is checked for
   */
  public record Options(
      Settings settings,
      List<Format> formats,
      boolean strict,
      Imposition imposition,
      List<Device> devices) {
    /** All formats, and for the rest what the article asks for. */
    public static final Options DEFAULT = new Options(Settings.NONE, Format.COPIES, false);

    /** With a booklet, if one is asked for, on sheets of ordinary paper that its pages fill. */
    public Options(Settings settings, List<Format> formats, boolean strict) {
      this(settings, formats, strict, new Imposition(null, Imposition.OFFICE_PAPER));
    }

    /** Checked for no device. */
    public Options(Settings settings, List<Format> formats, boolean strict, Imposition imposition) {
      this(settings, formats, strict, imposition, List.of());
    }

    public Options {
      formats = List.copyOf(formats);
      devices = List.copyOf(devices);
    }
  }

  /**
   * What became of an article.
   *
   * @param findings in the order they were found
   * @param written the files that are new; none where the article has an error
   * @param document as it was read; null where there was nothing to read
   */
  public record Result(List<Finding> findings, List<Path> written, @Nullable Document document) {
    public Result {
      findings = List.copyOf(findings);
      written = List.copyOf(written);
    }

    /** Whether the article has an error, so that nothing was written. */
    public boolean failed() {
      return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
    }
  }

  /** An article's files are named after it, without the ending of a Markdown file. */
  public static String nameOf(Path article) {
    Path file = article.getFileName();
    String name = file == null ? "" : file.toString();
    int dot = name.lastIndexOf('.');
    boolean markdown =
        dot > 0 && MARKDOWN.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    return markdown ? name.substring(0, dot) : name;
  }

  /**
   * Prints a file.
   *
   * @param article its path, named so in findings
   * @param folder where the files go; made where it is missing
   */
  public Result press(Path article, Path folder) {
    return press(article, folder, this::write);
  }

  /** Prints a file and puts its editions into a bag with what they were made from. */
  public Result bag(Path article, Path folder) {
    return press(article, folder, this::pack);
  }

  /**
   * Prints what a stream holds; it has no folder, and so no pictures.
   *
   * @param name what findings call it
   * @param folder where the files go, {@code article.pdf} and so on
   */
  public Result press(InputStream article, String name, Path folder) {
    return press(article, name, folder, this::write);
  }

  /** Prints what a stream holds and puts it into a bag. */
  public Result bag(InputStream article, String name, Path folder) {
    return press(article, name, folder, this::pack);
  }

  /** What becomes of an article that is set; returns what is written. */
  private interface Outlet {
    List<Path> deliver(Forme forme, String name, Path folder, Findings findings);
  }

  private Result press(Path article, Path folder, Outlet outlet) {
    Findings findings = new Findings();
    Source source = SourceReader.read(article, article.toString(), findings);
    return press(source, nameOf(article), folder, findings, outlet);
  }

  private Result press(InputStream article, String name, Path folder, Outlet outlet) {
    Findings findings = new Findings();
    Source source = SourceReader.read(article, name, findings);
    return press(source, "article", folder, findings, outlet);
  }

  private Result press(
      @Nullable Source source, String name, Path folder, Findings findings, Outlet outlet) {
    if (source == null) {
      return new Result(findings.list(), List.of(), null);
    }
    Document document =
        LockFile.look(new MarkdownReader(options.settings(), findings).read(source), findings);
    Theme theme = theme(document, findings);
    if (source.fileName().equalsIgnoreCase(Recipe.PATH)) {
      findings.error(
          "unfit-name",
          Place.of(source.name()),
          "an article cannot be called so: the copies carry their recipe by this name",
          "call it by another");
    }
    if (theme == null || mayNotPass(findings, source)) {
      return new Result(findings.list(), List.of(), document);
    }
    List<Path> written = List.of();
    try {
      Forme forme = set(named(document, theme), theme, findings);
      written = outlet.deliver(forme, name, folder, findings);
    } catch (Content.Changed e) {
      findings.error("changed", Place.of(source.name()), e.getMessage(), "set it again");
    }
    return new Result(findings.list(), written, document);
  }

  // Where a theme's folder lies, and how its path is written, is no part of what an article is.
  private static Document named(Document document, Theme theme) {
    Settings settings = document.settings();
    return settings.theme() == null
        ? document
        : document.with(Settings.builder().theme(theme.name()).build().or(settings));
  }

  private @Nullable Theme theme(Document document, Findings findings) {
    Settings settings = document.settings();
    String asked = settings.theme();
    // What the article asks for lies where its pictures do, wherever the press is run.
    boolean inArticle = options.settings().theme() == null && document.source().folder() != null;
    return Theme.load(
        asked == null ? DEFAULT_THEME : asked,
        settings.pageSize(),
        settings.sides(),
        inArticle ? Shelf.beside(Path.of(document.source().name())) : Shelf.here(),
        findings);
  }

  private Forme set(Document document, Theme theme, Findings findings) {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      FontBook faces = fonts(theme, findings);
      boolean isPaged = !options.formats().equals(List.of(Format.EPUB));
      Pages pages =
          isPaged ? new Typesetter(theme, faces, shaper, findings).set(document) : Pages.NONE;
      Page front = new CoverCompositor(theme, faces, shaper, findings).set(document);
      Enclosures enclosures =
          new Gatherer(options.settings(), epoch, compressor)
              .gather(document, theme, faces.outside());
      return new Forme(
          document,
          theme,
          pages,
          front,
          options.imposition(),
          options.formats().contains(Format.PDF),
          enclosures,
          epoch,
          options.devices());
    }
  }

  private FontBook fonts(Theme theme, Findings findings) {
    List<FontBook.Brought> faces =
        theme.faces().stream()
            .map(
                face ->
                    new FontBook.Brought(
                        face.family(), face.weight(), face.italic(), face.file(), face.place()))
            .toList();
    return fonts.and(faces, findings);
  }

  private List<Path> write(Forme forme, String name, Path folder, Findings findings) {
    try (Delivery delivery = new Delivery(folder, findings)) {
      if (options.formats().contains(Format.EPUB) && !options.formats().contains(Format.PDF)) {
        findings.info(
            "no-page-numbers",
            Place.of(forme.document().source().name()),
            "the EPUB does not say where the PDF's pages begin, since no PDF is written",
            "write both, without --format");
      }
      for (Format format : options.formats()) {
        delivery.write(format.file(name), out -> format.write(forme, findings, out));
      }
      return mayNotPass(findings, forme.document().source()) ? List.of() : delivery.deliver();
    }
  }

  private List<Path> pack(Forme forme, String name, Path folder, Findings findings) {
    Packer packer = new Packer(forme, options.formats(), name, folder, findings);
    return mayNotPass(findings, forme.document().source()) ? List.of() : packer.deliver();
  }

  private boolean mayNotPass(Findings findings, Source source) {
    if (options.strict() && findings.hasWarnings() && !findings.hasErrors()) {
      findings.error(
          "strict",
          Place.of(source.name()),
          "warnings are errors in this run",
          "mend what is warned of, or leave out --strict");
    }
    return findings.hasErrors();
  }
}
